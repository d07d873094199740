package nl.sluis.submit;

import java.util.List;
import java.util.function.Function;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.node.Problems;
import nl.sluis.send.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Step 1 of the path: from bytes, and headers where they came over HTTP, to a submission or to a clear no. */
@Component
final class Intake {

    private final PartnerFormats formats;

    Intake(PartnerFormats formats) {
        this.formats = formats;
    }

    /** What became of a document. */
    sealed interface Taken {

        /** It was handed on. */
        record Handed(Submissions.Outcome outcome) implements Taken {}

        /** It could not be handed on. */
        record Faulty(List<Violation> violations) implements Taken {}

        /** Nobody here reads its media type. */
        record Unsupported() implements Taken {}
    }

    /**
     * Translates a body and hands it on.
     *
     * @param recipient the header {@code Sluis-Recipient}; null when there is none
     * @param step what to do with a submission
     * @param success the status of an answer
     */
    ResponseEntity<?> take(
            Payload payload,
            @Nullable String recipient,
            Function<Submission, Submissions.Outcome> step,
            HttpStatus success) {
        OrganisationId named;
        try {
            named = recipient == null ? null : new OrganisationId(recipient);
        } catch (IllegalArgumentException e) {
            return Problems.unprocessable("Sluis-Recipient", "NOT_AN_ORGANISATION", "This cannot be an organisation");
        }
        return switch (take(payload, named, step)) {
            case Taken.Handed handed -> Outcomes.respond(handed.outcome(), success);
            case Taken.Faulty faulty -> Problems.unprocessable(faulty.violations());
            case Taken.Unsupported unsupported -> formats.unsupported();
        };
    }

    /** The same for a document with one message that did not come over HTTP. */
    Taken take(Payload payload, @Nullable OrganisationId recipient, Function<Submission, Submissions.Outcome> step) {
        return formats.reading(payload)
                .<Taken>map(translation -> switch (translation) {
                    case Translation.Untranslatable faulty -> new Taken.Faulty(faulty.violations());
                    case Translation.Consents consents ->
                        new Taken.Faulty(List.of(new Violation(
                                "/", "CONSENTS_ONLY", "These are consents: they belong at /v1/consents")));
                    case Translation.Translated translated ->
                        new Taken.Handed(StayedBehind.of(translated.completeness())
                                .toldWith(step.apply(new Submission(translated.draft(), payload, recipient))));
                })
                .orElseGet(Taken.Unsupported::new);
    }
}
