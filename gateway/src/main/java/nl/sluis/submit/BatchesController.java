package nl.sluis.submit;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import nl.sluis.adapter.Payload;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.node.Body;
import nl.sluis.node.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Documents with several messages, such as a file with a row for each: each goes the path by itself. */
@RestController
class BatchesController {

    private static final int LONGEST_HEADER = 200;

    private final PartnerFormats formats;
    private final Batches batches;
    private final Body body;

    BatchesController(PartnerFormats formats, Batches batches, Body body) {
        this.formats = formats;
        this.batches = batches;
        this.body = body;
    }

    @PostMapping("/v1/batches")
    ResponseEntity<?> submit(
            HttpServletRequest request,
            @RequestHeader(name = "Sluis-Recipient", required = false) @Nullable String recipient,
            @RequestHeader(name = "Idempotency-Key") String key,
            Locale language)
            throws IOException {
        if (key.isBlank() || key.length() > LONGEST_HEADER) {
            return Problems.unprocessable("Idempotency-Key", "LENGTH", "The key has 1 to 200 characters");
        }
        OrganisationId named;
        try {
            named = recipient == null ? null : new OrganisationId(recipient);
        } catch (IllegalArgumentException e) {
            return Problems.unprocessable("Sluis-Recipient", "NOT_AN_ORGANISATION", "This cannot be an organisation");
        }
        return switch (body.read(request)) {
            case Body.TooLarge tooLarge -> tooLarge.problem();
            case Body.Complete complete ->
                answer(new Payload(String.valueOf(request.getContentType()), complete.bytes()), named, key, language);
        };
    }

    private ResponseEntity<?> answer(Payload payload, @Nullable OrganisationId recipient, String key, Locale language) {
        return switch (batches.take(payload, recipient, new SubmissionKey(key, false), AnswerJson.english(language))) {
            case Batches.Taken.Handed handed ->
                ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, handed.answer().mediaType())
                        .body(handed.answer().bytes());
            case Batches.Taken.Faulty faulty -> Problems.unprocessable(faulty.faults());
            case Batches.Taken.Unsupported unsupported -> formats.unsupported();
        };
    }
}
