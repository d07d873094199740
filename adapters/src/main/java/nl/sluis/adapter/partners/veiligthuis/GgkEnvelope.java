package nl.sluis.adapter.partners.veiligthuis;

import java.util.Base64;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.source.Parsed;
import nl.sluis.adapter.source.StrictXml;
import nl.sluis.adapter.source.XmlTree;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The envelope of the Gemeentelijk Gegevensknooppunt around an iWmo or iJw message: StUF says where it goes, the message is
 * base64 inside. Two versions are read, told apart by the namespace and by nothing else.
 *
 * @param version which of the two
 * @param reply whether it is a {@code Du01} (return message)
 * @param function what is inside, such as {@code WMO301}
 * @param fileName null when the version or the variant has none
 * @param content the message inside
 */
@SuppressWarnings("ArrayRecordComponent") // owned by whoever made it, never shared; equality is not used
public record GgkEnvelope(
        Version version,
        boolean reply,
        String sender,
        String receiver,
        String reference,
        @Nullable String crossReference,
        String function,
        @Nullable String fileName,
        byte[] content) {

    /** Of the envelope. */
    public enum Version {
        /** Version 2.1.03, with the base64 in {@code bericht} itself. */
        V0310_21("http://www.stufstandaarden.nl/sectormodel/ggk/0210"),
        /** Version 0210 patch 4, with the base64 in {@code xmlBestand} or {@code tekstBestand}. */
        V0210_PATCH_04("http://www.stufstandaarden.nl/koppelvlak/ggk0210");

        private final String namespace;

        Version(String namespace) {
            this.namespace = namespace;
        }
    }

    /** Opens an envelope. */
    public static Parsed<GgkEnvelope> read(Payload payload) {
        return StrictXml.read(payload).then(document -> open(document.root().getDocumentElement()));
    }

    private static Parsed<GgkEnvelope> open(Element root) {
        Version version = null;
        for (Version known : Version.values()) {
            version = known.namespace.equals(root.getNamespaceURI()) ? known : version;
        }
        if (version == null) {
            return Parsed.faulty("VERSION_NOT_SUPPORTED", "The namespace is not that of an envelope of the GGK.");
        }
        XmlTree tree = new XmlTree(root);
        ControlData control = ControlData.read(tree);
        boolean reply = root.getLocalName().equals("envelopRetourbericht-ggk_Du01");
        boolean known = reply || root.getLocalName().equals("envelopHeenbericht-ggk_Di01");
        if (!known
                || control == null
                || control.function() == null
                || !control.code().equals(reply ? "Du01" : "Di01")) {
            return Parsed.faulty("CONTROL_DATA", "The stuurgegevens are not those of this envelope.");
        }
        return content(version, reply, control, XmlTree.at(root, "parameters", "bericht"));
    }

    private static Parsed<GgkEnvelope> content(
            Version version, boolean reply, ControlData control, @Nullable Element message) {
        Element xml = XmlTree.at(message, "xmlBestand");
        Element file = version == Version.V0310_21 ? message : xml == null ? XmlTree.at(message, "tekstBestand") : xml;
        String encoded = XmlTree.text(file);
        if (file == null || encoded == null || control.function() == null) {
            return Parsed.faulty("CONTENT_MISSING", "There is no message in this envelope.");
        }
        byte[] content;
        try {
            content = Base64.getDecoder().decode(encoded.replaceAll("\\s", ""));
        } catch (IllegalArgumentException notBase64) {
            return Parsed.faulty("NOT_BASE64", "The message in this envelope is not base64.");
        }
        String name = XmlTree.attribute(file, "bestandsnaam");
        String stuf = file.getAttributeNS(Stuf.STUF, "bestandsnaam");
        return new Parsed.Tree<>(new GgkEnvelope(
                version,
                reply,
                control.sender().organisation() == null ? "" : control.sender().organisation(),
                control.receiver().organisation() == null
                        ? ""
                        : control.receiver().organisation(),
                control.reference(),
                control.crossReference(),
                control.function(),
                name == null && !stuf.isEmpty() ? stuf : name,
                content));
    }

    /** Never what is inside. */
    @Override
    public String toString() {
        return "GgkEnvelope[" + version + ", " + function + "]";
    }
}
