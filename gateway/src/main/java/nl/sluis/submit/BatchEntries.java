package nl.sluis.submit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.sluis.adapter.Batch;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.seal.Sha256;
import nl.sluis.send.Submission;
import nl.sluis.send.Submitted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Submits the messages of a batch, each in a transaction of its own. The key of a message is that of the batch with the hash of what it
 * was read from: a file that was cut off, or of which a row was repaired, is offered again with the same key and nothing goes twice.
 */
@Component
final class BatchEntries {

    private final Submissions submissions;

    BatchEntries(Submissions submissions) {
        this.submissions = submissions;
    }

    /**
     * What became of a message.
     *
     * @param text codes and places only
     * @param decided whether it was decided about, now or earlier under the same key
     */
    record Word(String text, boolean decided) {}

    /** Submits one. */
    Word submit(Batch.Entry entry, @Nullable OrganisationId recipient, SubmissionKey key, boolean english) {
        return switch (entry.translation()) {
            case Translation.Untranslatable faulty ->
                new Word(
                        faulty.violations().stream()
                                .map(BatchEntries::words)
                                .distinct()
                                .collect(Collectors.joining(" | ")),
                        false);
            case Translation.Consents consents -> new Word("CONSENTS_ONLY", false);
            case Translation.Translated translated -> {
                Payload original = entry.original();
                String hash = Sha256.hex(Sha256.of(original.bytes()));
                String own = Sha256.hex(Sha256.of((key.text() + "\n" + hash).getBytes(StandardCharsets.UTF_8)));
                Submissions.Outcome outcome = submissions.submit(
                        new Submission(translated.draft(), original, recipient),
                        new SubmissionKey("batch/" + own, key.deniedAnew()),
                        english);
                yield new Word(
                        words(outcome)
                                + StayedBehind.of(translated.completeness()).words(),
                        outcome instanceof Submissions.Outcome.Answered);
            }
        };
    }

    private static String words(Violation violation) {
        return violation.path() + " " + violation.code() + ": " + violation.message();
    }

    private static String words(Submissions.Outcome outcome) {
        return switch (outcome) {
            case Submissions.Outcome.Answered answered -> words(answered.answer());
            case Submissions.Outcome.KeyTaken taken -> "KEY_TAKEN";
            case Submissions.Outcome.NotDecided not -> code(not.why());
            case Submissions.Outcome.Lacking lacking ->
                lacking.violations().stream().map(BatchEntries::words).collect(Collectors.joining(" | "));
        };
    }

    private static String words(ObjectNode answer) {
        List<String> words = new ArrayList<>(
                List.of(answer.path("outcome").asString(), answer.path("id").asString()));
        answer.path("reasons")
                .valueStream()
                .map(reason -> reason.path("code").asString())
                .distinct()
                .forEach(words::add);
        return String.join(" ", words);
    }

    private static String code(Submitted why) {
        return switch (why) {
            case Submitted.UnknownRecipient unknown -> "UNKNOWN_RECIPIENT";
            case Submitted.RecipientEnded gone -> "RECIPIENT_ENDED";
            case Submitted.UnknownThread unknown -> "UNKNOWN_MESSAGE";
            case Submitted.ThreadOfEnded thread -> "THREAD_OF_ENDED";
            case Submitted.NoSuccessor none -> "NO_SUCCESSOR";
            case Submitted.UnusableAttachment unusable -> "UNUSABLE_ATTACHMENT";
            case Submitted.ContradictingPersons contradicting -> "CONTRADICTING_IDENTIFIERS";
            case Submitted.Decided decided -> throw new IllegalStateException("a decision has an answer");
        };
    }
}
