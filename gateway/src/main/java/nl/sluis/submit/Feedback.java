package nl.sluis.submit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.Purpose;
import nl.sluis.send.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Word back to a reporter: a message like any other, decided on the ground that came with what it answers. */
@Component
final class Feedback {

    /** The format of the neighbourhood team's own system. */
    static final String OWN_FORMAT = "application/vnd.sluis.message+json";

    private final PartnerFormats formats;
    private final Submissions submissions;
    private final JsonMapper json;

    Feedback(PartnerFormats formats, Submissions submissions, JsonMapper json) {
        this.formats = formats;
        this.submissions = submissions;
        this.json = json;
    }

    /** What became of it. */
    sealed interface Result {

        /** It was submitted. */
        record Submitted(Submissions.Outcome outcome) implements Result {}

        /** It is not as it should be. */
        record Faulty(List<Violation> violations) implements Result {}
    }

    /**
     * Sends.
     *
     * @param body what the team says, in its own system's format
     * @param key the idempotency key; null when there is none
     */
    Result send(Message answered, byte[] body, @Nullable String key, boolean english) {
        return read(answered, body, submission -> submissions.submit(submission, key, english));
    }

    /** What would become of it; nothing is kept. */
    Result ask(Message answered, byte[] body, boolean english) {
        return read(answered, body, submission -> submissions.ask(submission, english));
    }

    private Result read(Message answered, byte[] body, Function<Submission, Submissions.Outcome> step) {
        Optional<byte[]> addressed = addressed(answered, body);
        if (addressed.isEmpty()) {
            return faulty("NOT_JSON", "The body must be a JSON object");
        }
        Payload payload = new Payload(OWN_FORMAT, addressed.get());
        return switch (formats.reading(payload).orElseThrow()) {
            case Translation.Untranslatable untranslatable -> new Result.Faulty(untranslatable.violations());
            case Translation.Consents consents ->
                faulty("CONSENTS_ONLY", "These are consents: they belong at /v1/consents");
            case Translation.Translated translated ->
                new Result.Submitted(step.apply(new Submission(translated.draft(), payload, null)));
        };
    }

    private static Result faulty(String code, String message) {
        return new Result.Faulty(List.of(new Violation("/", code, message)));
    }

    // The item says what is answered and to whom; the team only says what it has to say
    private Optional<byte[]> addressed(Message answered, byte[] bytes) {
        try {
            JsonNode root = json.readTree(bytes);
            if (!(root instanceof ObjectNode object)) {
                return Optional.empty();
            }
            object.put("kind", MessageKind.FEEDBACK.name())
                    .put("inReplyTo", answered.id().toString())
                    .put("recipient", answered.sender().value());
            Purpose purpose = answered.purpose();
            if (!object.has("purpose") && purpose != null) {
                object.put("purpose", purpose.name());
            }
            return Optional.of(json.writeValueAsBytes(object));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
