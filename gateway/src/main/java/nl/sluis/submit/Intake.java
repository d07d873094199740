package nl.sluis.submit;

import java.util.function.Function;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.node.Problems;
import nl.sluis.send.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Step 1 of the path at the HTTP edge: from bytes and headers to a submission, or to a clear no. */
@Component
final class Intake {

    private final PartnerFormats formats;

    Intake(PartnerFormats formats) {
        this.formats = formats;
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
        return formats.reading(payload)
                .<ResponseEntity<?>>map(translation -> switch (translation) {
                    case Translation.Untranslatable faulty -> Problems.unprocessable(faulty.violations());
                    case Translation.Consents consents ->
                        Problems.unprocessable("/", "CONSENTS_ONLY", "These are consents: they belong at /v1/consents");
                    case Translation.Translated translated ->
                        Outcomes.respond(
                                StayedBehind.of(translated.completeness())
                                        .toldWith(step.apply(new Submission(translated.draft(), payload, named))),
                                success);
                })
                .orElseGet(formats::unsupported);
    }
}
