package nl.sluis.adapter.partners.fhir;

import java.util.Optional;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.source.MediaType;
import nl.sluis.adapter.source.Parsed;
import nl.sluis.canonical.Message;
import org.hl7.fhir.r4.model.Resource;

/**
 * HL7 FHIR R4 (4.0.1), JSON and XML: the GP referral and the consents of Nictiz and Mitz, a summary of a care plan, and our own
 * messages; docs/partners/gp.md and docs/partners/specialist-care.md.
 */
public final class FhirAdapter implements PartnerAdapter {

    private static final String JSON = "application/fhir+json";
    private static final String XML = "application/fhir+xml";
    private static final String R4 = "4.0";

    @Override
    public String name() {
        return "fhir-r4";
    }

    @Override
    public boolean reads(String mediaType) {
        return MediaType.parse(mediaType)
                .filter(type -> type.is(JSON) || type.is(XML))
                .filter(type ->
                        type.parameters().getOrDefault("fhirversion", R4).startsWith(R4))
                .isPresent();
    }

    @Override
    public Translation read(Payload payload) {
        boolean xml = MediaType.parse(payload.mediaType())
                .filter(type -> type.is(XML))
                .isPresent();
        Parsed<Resource> parsed = xml ? FhirParsing.xml(payload) : FhirParsing.json(payload);
        return parsed.fold(
                Translation.Untranslatable::new, resource -> DocumentReading.translate(new FhirSource(resource)));
    }

    /** Writes a message as a FHIR document, in JSON. */
    @Override
    public Optional<Payload> write(Message message) {
        return Optional.of(new Payload(JSON, MessageBundle.write(message)));
    }
}
