package nl.sluis.adapter.partners.veiligthuis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.Parsed;
import nl.sluis.adapter.source.StrictXml;
import nl.sluis.adapter.source.XmlTree;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What the sender of a StUF message gets back in its own language: {@code Bv01} when it was understood, {@code Fo01} when not
 * (StUF 03.01). Also reads the answers of others.
 *
 * @param code {@code Bv01}, {@code Bv02}, {@code Bv03}, {@code Bv04}, {@code Fo01}, {@code Fo02} or {@code Fo03}
 * @param crossReference the message that is answered; null when the answer does not say
 * @param fault null in a confirmation
 */
public record StufAnswer(
        String code,
        @Nullable String crossReference,
        @Nullable Fault fault) {

    /** Media type of an answer. */
    public static final String MEDIA_TYPE = "application/xml";

    /** The body is not conform the schema of the sector. */
    private static final String NOT_CONFORM = "StUF055";

    private static final int LONGEST_CODE = 7;
    private static final int LONGEST_DESCRIPTION = 200;
    private static final int LONGEST_DETAILS = 1000;

    /**
     * Why a message was refused.
     *
     * @param client whether the sender of the message is at fault
     */
    public record Fault(String code, boolean client, String description) {}

    /**
     * The answer to a payload that was read. A document that could not be read at all gets an answer without its number.
     *
     * @param translation what became of it
     * @param at when it was answered
     */
    public static Payload to(Payload payload, Translation translation, Instant at) {
        ControlData asked = control(payload);
        // From the bytes, so that the same message twice gets the same answer
        String reference = UUID.nameUUIDFromBytes(payload.bytes()).toString();
        boolean refused = translation instanceof Translation.Untranslatable;
        ControlData.Party us = asked == null ? new ControlData.Party(null, "Sluis") : asked.receiver();
        ControlData.Party them = asked == null ? new ControlData.Party(null, "onbekend") : asked.sender();
        ControlData control = new ControlData(
                refused ? "Fo01" : "Bv01",
                us,
                them,
                reference,
                Stuf.moment(at),
                asked == null ? "onbekend" : asked.reference(),
                null);
        StufText xml = StufText.root("StUF:" + control.code() + "Bericht");
        control.write(xml, "StUF:stuurgegevens");
        if (translation instanceof Translation.Untranslatable no) {
            body(xml, no.violations());
        }
        return new Payload(MEDIA_TYPE, xml.close().bytes());
    }

    private static void body(StufText xml, List<Violation> violations) {
        Violation first = violations.get(0);
        String details = violations.stream()
                .map(violation -> violation.path() + " " + violation.code())
                .collect(Collectors.joining("; "));
        xml.open("StUF:body").leaf("StUF:code", "", NOT_CONFORM);
        xml.leaf("StUF:plek", "", "client");
        xml.leaf("StUF:omschrijving", "", cut(first.code() + ": " + first.message(), LONGEST_DESCRIPTION));
        xml.leaf("StUF:details", "", cut(details, LONGEST_DETAILS)).close();
    }

    private static @Nullable ControlData control(Payload payload) {
        Optional<ControlData> control = StrictXml.read(payload)
                .fold(
                        faults -> Optional.empty(),
                        document -> Optional.ofNullable(
                                ControlData.read(new XmlTree(document.root().getDocumentElement()))));
        return control.orElse(null);
    }

    /** Reads an answer. */
    public static Parsed<StufAnswer> read(Payload payload) {
        return StrictXml.read(payload).then(document -> {
            Element root = document.root().getDocumentElement();
            XmlTree tree = new XmlTree(root);
            ControlData control = ControlData.read(tree);
            boolean answer = Stuf.STUF.equals(root.getNamespaceURI())
                    && root.getLocalName().matches("(Bv0[1-4]|Fo0[1-3])Bericht");
            if (!answer || control == null || !root.getLocalName().startsWith(control.code())) {
                return Parsed.faulty("NOT_AN_ANSWER", "This is no Bv or Fo message of StUF 03.01.");
            }
            return new Parsed.Tree<>(new StufAnswer(control.code(), control.crossReference(), fault(tree)));
        });
    }

    private static @Nullable Fault fault(XmlTree tree) {
        Element body = XmlTree.at(tree.root(), "body");
        String code = tree.take(body, "code");
        String description = tree.take(body, "omschrijving");
        boolean client = "client".equals(tree.take(body, "plek"));
        return code == null ? null : new Fault(cut(code, LONGEST_CODE), client, description == null ? "" : description);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    /** Never the words of the fault, which another system wrote. */
    @Override
    public String toString() {
        return "StufAnswer[" + code + "]";
    }
}
