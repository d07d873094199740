package nl.sluis.adapter.partners.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import java.util.List;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.Parsed;
import nl.sluis.adapter.source.StrictJson;
import nl.sluis.adapter.source.StrictXml;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;

/**
 * Bytes to a FHIR R4 resource. The strict readers go first, so that HAPI never sees a document type, a duplicate name or a
 * document that is nested without end; then HAPI parses the same text with every leniency switched off.
 */
final class FhirParsing {

    private static final FhirContext R4 = FhirContext.forR4Cached();

    private FhirParsing() {}

    static FhirContext context() {
        return R4;
    }

    static Parsed<Resource> json(Payload payload) {
        return StrictJson.read(payload).then(document -> {
            List<Violation> shape = JsonShape.faults(document.root());
            return shape.isEmpty() ? parse(R4.newJsonParser(), document.text()) : new Parsed.Faulty<>(shape);
        });
    }

    static Parsed<Resource> xml(Payload payload) {
        return StrictXml.read(payload).then(document -> parse(R4.newXmlParser(), document.text()));
    }

    private static Parsed<Resource> parse(IParser parser, String text) {
        CollectedFaults faults = new CollectedFaults();
        parser.setParserErrorHandler(faults);
        parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
        IBaseResource parsed;
        try {
            parsed = parser.parseResource(text);
        } catch (DataFormatException notFhir) {
            return faults.orElse("NOT_FHIR", "Well-formed, but not a FHIR R4 resource.");
        }
        if (!faults.isEmpty()) {
            return faults.orElse("NOT_FHIR", "Not a FHIR R4 resource.");
        }
        return parsed instanceof Resource resource
                ? new Parsed.Tree<>(resource)
                : Parsed.faulty("NOT_FHIR", "Not a FHIR R4 resource.");
    }
}
