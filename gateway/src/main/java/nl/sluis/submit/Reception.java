package nl.sluis.submit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.node.Problems;
import nl.sluis.outbox.MessageState;
import nl.sluis.seal.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes documents that did not come over HTTP: by the same steps as {@code POST /v1/messages}, or {@code POST /v1/batches} where one
 * document may hold several messages. There is no other way to submit.
 */
@Component
public final class Reception {

    private final Intake intake;
    private final Batches batches;
    private final Submissions submissions;
    private final JsonMapper json;

    Reception(Intake intake, Batches batches, Submissions submissions, JsonMapper json) {
        this.intake = intake;
        this.batches = batches;
        this.submissions = submissions;
        this.json = json;
    }

    /**
     * Submits what is in a document, each message once: its key is its content. What came before gets the answer of before, but for
     * what was denied then, which is decided about anew.
     *
     * @param source where it came from; the same content from another source is another message
     * @param number by which its sender knows it again; then its key is that, another content under it is refused, and what was denied
     *     stays so under it. Null when there is none
     * @param recipient to whom it goes where it does not say; null for nobody
     */
    public Reply take(
            Payload document,
            String source,
            @Nullable String number,
            @Nullable OrganisationId recipient,
            boolean english) {
        // All that a key stands for: another setting of the operator makes it another message, and never a
        // contradiction
        String scope = String.join("\n", source, document.mediaType(), recipient == null ? "" : recipient.value());
        return batches.read(document.mediaType())
                ? several(document, scope, recipient, english)
                : one(document, key(document, scope, number), recipient, english);
    }

    /**
     * What would become of a document with one message, as {@code POST /v1/decisions} answers it; nothing is kept.
     *
     * @param recipient to whom it would go where it does not say; null for nobody
     */
    public Reply ask(Payload document, @Nullable OrganisationId recipient, boolean english) {
        return reply(intake.take(document, recipient, submission -> submissions.ask(submission, english)));
    }

    // The content of each message is added where they are told apart: a repaired file sends nothing twice
    private Reply several(Payload document, String scope, @Nullable OrganisationId recipient, boolean english) {
        return switch (batches.take(document, recipient, new SubmissionKey(scope, true), english)) {
            case Batches.Taken.Handed handed ->
                handed.all() ? new Reply.Decided(handed.answer(), List.of()) : new Reply.Partly(handed.answer());
            case Batches.Taken.Faulty faulty -> new Reply.Refused(faulty.faults(), faulty.answer());
            case Batches.Taken.Unsupported unsupported -> unsupported();
        };
    }

    private static SubmissionKey key(Payload document, String scope, @Nullable String number) {
        String own = number == null ? Sha256.hex(Sha256.of(document.bytes())) : "number\n" + number;
        String hidden = Sha256.hex(Sha256.of((scope + "\n" + own).getBytes(StandardCharsets.UTF_8)));
        return new SubmissionKey("document/" + hidden, number == null);
    }

    private Reply one(Payload document, SubmissionKey key, @Nullable OrganisationId recipient, boolean english) {
        Intake.Taken taken =
                intake.take(document, recipient, submission -> submissions.submit(submission, key, english));
        return reply(taken);
    }

    private Reply reply(Intake.Taken taken) {
        return switch (taken) {
            case Intake.Taken.Handed handed -> said(handed.outcome());
            case Intake.Taken.Faulty faulty -> refused(faulty.violations());
            case Intake.Taken.Unsupported unsupported -> unsupported();
        };
    }

    /** What was decided, as an own system reads it that did not come over HTTP. */
    Reply said(Submissions.Outcome outcome) {
        return switch (outcome) {
            case Submissions.Outcome.Answered answered ->
                new Reply.Decided(
                        new Payload(MediaType.APPLICATION_JSON_VALUE, json.writeValueAsBytes(answered.answer())),
                        denied(answered.answer()));
            case Submissions.Outcome.NotDecided not -> refused(List.of(Outcomes.violation(not.why())));
            case Submissions.Outcome.Lacking lacking -> refused(lacking.violations());
            case Submissions.Outcome.KeyTaken taken ->
                refused(List.of(new Violation("/", "KEY_TAKEN", "Another body was submitted under its key")));
        };
    }

    private static List<Violation> denied(ObjectNode answer) {
        if (!answer.path("state").asString("").equals(MessageState.DENY.name())) {
            return List.of();
        }
        return answer.path("reasons")
                .valueStream()
                .map(reason -> new Violation(
                        "/",
                        reason.path("code").asString(""),
                        reason.path("text").asString("")))
                .distinct()
                .toList();
    }

    private Reply unsupported() {
        return refused(List.of(new Violation("/", "UNSUPPORTED_MEDIA_TYPE", "No adapter reads this media type")));
    }

    /** That it is not as it should be. */
    Reply refused(List<Violation> faults) {
        return new Reply.Refused(faults, problem(faults));
    }

    /** The problem document of a refusal. */
    public Payload problem(List<Violation> faults) {
        return new Payload(
                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                json.writeValueAsBytes(Problems.unprocessable(faults).getBody()));
    }
}
