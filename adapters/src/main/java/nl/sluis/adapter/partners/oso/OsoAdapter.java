package nl.sluis.adapter.partners.oso;

import java.util.List;
import java.util.Optional;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.MediaType;
import nl.sluis.adapter.source.StrictXml;
import nl.sluis.canonical.Message;
import org.w3c.dom.Element;

/** OSO gegevensset 2019.1 (Edustandaard); the version is in the namespace. Only read: docs/partners/school.md. */
public final class OsoAdapter implements PartnerAdapter {

    static final String NAMESPACE = "http://www.edustandaard.nl/oso_gegevensset/2019/dossier";
    private static final String FAMILY = "http://www.edustandaard.nl/oso_gegevensset/";

    @Override
    public String name() {
        return "oso-2019.1";
    }

    @Override
    public boolean reads(String mediaType) {
        return MediaType.parse(mediaType)
                .filter(MediaType::isXml)
                .filter(type -> type.profile() == null || "oso".equals(type.profile()))
                .isPresent();
    }

    @Override
    public Translation read(Payload payload) {
        return StrictXml.translate(payload, OsoAdapter::translate);
    }

    private static Translation translate(Element root) {
        String namespace = root.getNamespaceURI() == null ? "" : root.getNamespaceURI();
        if (namespace.startsWith(FAMILY) && !namespace.equals(NAMESPACE)) {
            return untranslatable("OSO_VERSION_NOT_SUPPORTED", "Another version of OSO than 2019 is in the namespace.");
        }
        if (!namespace.equals(NAMESPACE) || !"dossier".equals(root.getLocalName())) {
            return untranslatable("NOT_OSO", "The root is not an OSO dossier.");
        }
        return new DossierReading(new Dossier(root)).translation();
    }

    private static Translation untranslatable(String code, String message) {
        return new Translation.Untranslatable(List.of(new Violation("/*", code, message)));
    }

    @Override
    public Optional<Payload> write(Message message) {
        return Optional.empty();
    }
}
