package nl.sluis.adapter.partners.jgz;

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

/** The handover of a file of youth health care, {@code REPC_IN902120NL03} (docs/partners/specialist-care.md). Only read. */
public final class JgzAdapter implements PartnerAdapter {

    /** What is read. */
    public static final String MEDIA_TYPE = "application/xml;profile=jgz-dossier";

    private static final String HL7 = "urn:hl7-org:v3";
    private static final String INTERACTION = "REPC_IN902120NL";
    private static final String VERSION = "03";

    @Override
    public String name() {
        return "jgz-dossier";
    }

    @Override
    public boolean reads(String mediaType) {
        return MediaType.isXml(mediaType, "jgz-dossier");
    }

    @Override
    public Translation read(Payload payload) {
        return StrictXml.translate(payload, JgzAdapter::translate);
    }

    private static Translation translate(Element root) {
        String name = root.getLocalName();
        if (!HL7.equals(root.getNamespaceURI())) {
            return no("NOT_HL7V3", "The root is not in the namespace of HL7 version 3.");
        }
        if (!name.startsWith(INTERACTION)) {
            return no("MESSAGE_NOT_SUPPORTED", "Only the handover of a file, REPC_IN902120NL, is read.");
        }
        return name.equals(INTERACTION + VERSION)
                ? new HandoverReading(new XmlTree(root)).translation()
                : no("VERSION_NOT_SUPPORTED", "Only version 03 of the interaction is read.");
    }

    private static Translation no(String code, String message) {
        return new Translation.Untranslatable(List.of(new Violation("/*", code, message)));
    }

    @Override
    public Optional<Payload> write(Message message) {
        return Optional.empty();
    }
}
