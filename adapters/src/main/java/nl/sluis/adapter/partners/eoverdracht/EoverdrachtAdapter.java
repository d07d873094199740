package nl.sluis.adapter.partners.eoverdracht;

import java.util.List;
import java.util.Optional;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.MediaType;
import nl.sluis.adapter.source.StrictXml;
import nl.sluis.adapter.source.XmlTree;
import nl.sluis.canonical.Message;
import org.w3c.dom.Element;

/** The Task of eOverdracht (Nictiz, FHIR STU3) in XML; docs/partners/specialist-care.md. Only read. */
public final class EoverdrachtAdapter implements PartnerAdapter {

    /** What is read. */
    public static final String MEDIA_TYPE = "application/fhir+xml;profile=eoverdracht";

    private static final String FHIR = "http://hl7.org/fhir";

    @Override
    public String name() {
        return "eoverdracht-task";
    }

    @Override
    public boolean reads(String mediaType) {
        return MediaType.parse(mediaType)
                .filter(type -> type.is("application/fhir+xml"))
                .filter(type -> "eoverdracht".equals(type.profile()))
                .isPresent();
    }

    @Override
    public Translation read(Payload payload) {
        return StrictXml.translate(payload, EoverdrachtAdapter::translate);
    }

    private static Translation translate(Element root) {
        if (!FHIR.equals(root.getNamespaceURI()) || !"Task".equals(root.getLocalName())) {
            return new Translation.Untranslatable(
                    List.of(new Violation("/*", "NOT_A_TASK", "The root is no Task of FHIR.")));
        }
        return new TaskReading(new XmlTree(root)).translation();
    }

    @Override
    public Optional<Payload> write(Message message) {
        return Optional.empty();
    }
}
