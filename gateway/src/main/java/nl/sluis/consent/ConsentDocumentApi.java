package nl.sluis.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.node.Problems;
import nl.sluis.seal.AtRest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Consents that arrive as a FHIR document; the document is kept, encrypted, as the evidence of the act. */
@RestController
final class ConsentDocumentApi {

    /** Largest document that is read, in bytes. */
    static final int MAX_BYTES = 1024 * 1024;

    /** Most statements in one document. */
    static final int MAX_STATEMENTS = 100;

    private final ConsentRegister register;
    private final List<PartnerAdapter> adapters;
    private final AtRest atRest;

    ConsentDocumentApi(ConsentRegister register, List<PartnerAdapter> adapters, AtRest atRest) {
        this.register = register;
        this.adapters = List.copyOf(adapters);
        this.atRest = atRest;
    }

    /** What was recorded of a document. */
    record Shown(List<Entry> consents) {

        record Entry(String id, String decision) {}
    }

    @PostMapping(
            path = "/v1/consents",
            consumes = {"application/fhir+json", "application/fhir+xml"})
    ResponseEntity<?> record(@RequestHeader("Content-Type") String mediaType, @RequestBody byte[] body) {
        if (body.length > MAX_BYTES) {
            return Problems.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "A consent document is at most 1 MB");
        }
        Optional<PartnerAdapter> adapter =
                adapters.stream().filter(a -> a.reads(mediaType)).findFirst();
        if (adapter.isEmpty()) {
            return Problems.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "Nothing here reads this format");
        }
        Payload payload = new Payload(mediaType, body);
        return switch (adapter.get().read(payload)) {
            case Translation.Untranslatable untranslatable -> Problems.unprocessable(untranslatable.violations());
            case Translation.Translated translated ->
                Problems.unprocessable("/", "NOT_A_CONSENT", "This document states no consent alone");
            case Translation.Consents consents -> record(payload, consents);
        };
    }

    private ResponseEntity<?> record(Payload payload, Translation.Consents consents) {
        int count = consents.statements().size();
        if (count == 0 || count > MAX_STATEMENTS) {
            return Problems.unprocessable("/", "NOT_A_CONSENT", "Between 1 and " + MAX_STATEMENTS + " are expected");
        }
        return switch (register.record(consents.statements(), null, EncryptedDocument.of(payload, atRest))) {
            case Recording.UnclearPersons unclear ->
                Problems.conflict("Identifiers of one person are on record for different people");
            case Recording.Recorded recorded ->
                ResponseEntity.status(HttpStatus.CREATED).body(shown(recorded.ids(), consents));
        };
    }

    private static Shown shown(List<String> ids, Translation.Consents consents) {
        List<Shown.Entry> entries = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            entries.add(new Shown.Entry(
                    ids.get(i), consents.statements().get(i).decision().name()));
        }
        return new Shown(entries);
    }
}
