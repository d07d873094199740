package nl.sluis.adapter.partners.iwmo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.MediaType;
import nl.sluis.adapter.source.StrictXml;
import nl.sluis.adapter.source.XmlTree;
import nl.sluis.canonical.Message;
import org.w3c.dom.Element;

/** iWmo and iJw 301, 305, 307 and 315 in XML; message and version are in the namespace (docs/partners/specialist-care.md). */
public final class IwmoAdapter implements PartnerAdapter {

    /** What is read. */
    public static final String MEDIA_TYPE = "application/xml;profile=istandaarden";

    private static final Pattern NAMESPACE =
            Pattern.compile("http://www\\.istandaarden\\.nl/(iwmo|ijw)/(\\d_\\d)/(wmo|jw)(\\d{3})/schema(?:/\\d_\\d)?");
    private static final Set<String> VERSIONS = Set.of("2_0", "2_1", "2_2", "2_3", "2_4", "3_0", "3_1", "3_2");
    private static final Set<String> MESSAGES = Set.of("301", "305", "307", "315");

    @Override
    public String name() {
        return "istandaarden-status";
    }

    @Override
    public boolean reads(String mediaType) {
        return MediaType.isXml(mediaType, "istandaarden");
    }

    @Override
    public Translation read(Payload payload) {
        return StrictXml.translate(payload, IwmoAdapter::translate);
    }

    private static Translation translate(Element root) {
        Matcher namespace = NAMESPACE.matcher(root.getNamespaceURI() == null ? "" : root.getNamespaceURI());
        if (!namespace.matches() || !"Bericht".equals(root.getLocalName())) {
            return no("NOT_ISTANDAARDEN", "The root is no Bericht of iWmo or iJw.");
        }
        if (!VERSIONS.contains(namespace.group(2))) {
            return no("VERSION_NOT_SUPPORTED", "Only versions 2.0 to 2.4 and 3.0 to 3.2 are read.");
        }
        if (!MESSAGES.contains(namespace.group(4))) {
            return no("MESSAGE_NOT_SUPPORTED", "Only 301, 305, 307 and 315 are read.");
        }
        boolean youth = namespace.group(3).equals("jw");
        return new StatusReading(new XmlTree(root), namespace.group(4), youth).translation();
    }

    private static Translation no(String code, String message) {
        return new Translation.Untranslatable(List.of(new Violation("/*", code, message)));
    }

    @Override
    public Optional<Payload> write(Message message) {
        return Optional.empty();
    }
}
