package nl.sluis.zgw;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.zgw.ZgwCalls.Unanswered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One case with its documents. Each thing is looked for before it is made, by an identification that follows from the message: an attempt
 * that broke off is finished by the next, and makes nothing twice. Nothing in it is of anybody: where the message is read stands in the document.
 */
final class CaseFile {

    private static final String CONFIDENTIALITY = "zaakvertrouwelijk";

    private final ZgwCalls calls;
    private final String cases;
    private final String documents;
    private final String organisation;
    private final String title;

    CaseFile(ZgwCalls calls, String cases, String documents, String organisation, String title) {
        this.calls = calls;
        this.cases = cases;
        this.documents = documents;
        this.organisation = organisation;
        this.title = title;
    }

    /** Of a thread; opened on that day with its first message. */
    String opened(UUID thread, String type, LocalDate day) throws Unanswered {
        String identification = "SL-" + thread;
        Optional<String> found = ours(calls.look(cases + "/zaken", identified(identification)), identification);
        if (found.isPresent()) {
            return found.get();
        }
        return calls.make(
                cases + "/zaken",
                content(identification)
                        .put("omschrijving", title)
                        .put("zaaktype", type)
                        .put("verantwoordelijkeOrganisatie", organisation)
                        .put("startdatum", day.toString()));
    }

    /** The document that says where an item is read. */
    String document(UUID item, String type, LocalDate day) throws Unanswered {
        String identification = "SL-" + item;
        String address = documents + "/enkelvoudiginformatieobjecten";
        Optional<String> found = ours(calls.look(address, identified(identification)), identification);
        if (found.isPresent()) {
            return found.get();
        }
        byte[] text = ("/v1/feed/" + item + "/message\n").getBytes(StandardCharsets.UTF_8);
        return calls.make(
                address,
                content(identification)
                        .put("titel", title)
                        .put("auteur", "Sluis")
                        .put("taal", "nld")
                        .put("creatiedatum", day.toString())
                        .put("informatieobjecttype", type)
                        .put("formaat", "text/plain")
                        .put("bestandsnaam", item + ".txt")
                        .put("bestandsomvang", text.length)
                        .put("inhoud", Base64.getEncoder().encodeToString(text)));
    }

    /** Puts a document in a case. */
    void put(String document, String into) throws Unanswered {
        String address = cases + "/zaakinformatieobjecten";
        JsonNode found = calls.look(address, Map.of("zaak", into, "informatieobject", document));
        // Anything but a list says nothing of whether it is in the case
        if (!found.isArray()) {
            throw new Unanswered("NOT_READABLE", Duration.ZERO);
        }
        if (found.isEmpty()) {
            calls.make(
                    address,
                    JsonMapper.shared()
                            .createObjectNode()
                            .put("zaak", into)
                            .put("informatieobject", document)
                            .put("titel", title));
        }
    }

    /** A system that looks by less than it was asked gives what is of others: one is ours, or none is there; anything else is not believed. */
    private Optional<String> ours(JsonNode found, String identification) throws Unanswered {
        JsonNode results = found.path("results");
        if (results.isArray() && results.isEmpty()) {
            return Optional.empty();
        }
        JsonNode one = results.path(0);
        if (results.size() != 1
                || !identification.equals(one.path("identificatie").asString(""))
                || !organisation.equals(one.path("bronorganisatie").asString(""))) {
            throw new Unanswered("NOT_READABLE", Duration.ZERO);
        }
        return Optional.of(ZgwCalls.address(one));
    }

    private Map<String, String> identified(String identification) {
        return Map.of("identificatie", identification, "bronorganisatie", organisation);
    }

    private ObjectNode content(String identification) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("identificatie", identification)
                .put("bronorganisatie", organisation)
                .put("vertrouwelijkheidaanduiding", CONFIDENTIALITY);
    }
}
