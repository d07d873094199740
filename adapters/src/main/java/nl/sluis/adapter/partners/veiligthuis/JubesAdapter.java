package nl.sluis.adapter.partners.veiligthuis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.receiver.ReceiverProfile;
import nl.sluis.adapter.receiver.ReceiverProfiles;
import nl.sluis.adapter.source.MediaType;
import nl.sluis.adapter.source.StrictXml;
import nl.sluis.adapter.source.XmlTree;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageKind;
import org.w3c.dom.Element;

/**
 * StUF Jeugdzorg 1.0.9 as JUBES carries it (docs/partners/veilig-thuis.md): the report to Veilig Thuis in both directions, its
 * word back, police reports and notices of the Raad in, the request for inquiry (VTO) out.
 */
public final class JubesAdapter implements PartnerAdapter {

    /** What is written and read. */
    public static final String MEDIA_TYPE = "application/xml;profile=jubes";

    private static final ReceiverProfile VEILIG_THUIS = ReceiverProfiles.builtIn("veilig-thuis");
    private static final ReceiverProfile RAAD = ReceiverProfiles.builtIn("raad");

    @Override
    public String name() {
        return "jubes-1.0.9";
    }

    @Override
    public boolean reads(String mediaType) {
        return MediaType.isXml(mediaType, "jubes");
    }

    @Override
    public Translation read(Payload payload) {
        return StrictXml.translate(payload, JubesAdapter::translate);
    }

    private static Translation translate(Element root) {
        if (!Stuf.JZ.equals(root.getNamespaceURI())) {
            return untranslatable(
                    "/*", "NOT_STUF_JEUGDZORG", "The root is not in the namespace of StUF Jeugdzorg 1.0.");
        }
        XmlTree tree = new XmlTree(root);
        ControlData control = ControlData.read(tree);
        if (control == null || !"Di01".equals(control.code())) {
            return untranslatable("/*/stuurgegevens", "CONTROL_DATA", "The stuurgegevens of a Di01 are not complete.");
        }
        if (!root.getLocalName().equals(control.function())) {
            return untranslatable(
                    "/*/stuurgegevens/functie", "CONTRADICTION", "The functie is not that of this message.");
        }
        return switch (root.getLocalName()) {
            case "vtMeldingDi01" -> new ReportReading(tree).translation();
            case "vtTerugkoppelingDi01" -> new FeedbackReading(tree).translation();
            case "meldingGeneriekDi01" -> new GenericReportReading(tree).translation();
            case "notificatieDi01" -> new NoticeReading(tree).translation();
            default ->
                untranslatable("/*", "MESSAGE_NOT_SUPPORTED", "This message of StUF Jeugdzorg is not read here.");
        };
    }

    private static Translation untranslatable(String path, String code, String message) {
        return new Translation.Untranslatable(List.of(new Violation(path, code, message)));
    }

    @Override
    public List<Violation> missing(Message message) {
        List<Violation> missing = new ArrayList<>(VEILIG_THUIS.faults(message));
        missing.addAll(RAAD.faults(message));
        missing.addAll(
                switch (message.kind()) {
                    case VT_REPORT -> new ReportWriting(message).missing();
                    case CHILD_PROTECTION_REQUEST -> new InquiryWriting(message).missing();
                    default -> List.of();
                });
        return missing;
    }

    @Override
    public Optional<Payload> write(Message message) {
        boolean ours =
                message.kind() == MessageKind.VT_REPORT || message.kind() == MessageKind.CHILD_PROTECTION_REQUEST;
        if (!ours || !missing(message).isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = message.kind() == MessageKind.VT_REPORT
                ? new ReportWriting(message).bytes()
                : new InquiryWriting(message).bytes();
        return Optional.of(new Payload(MEDIA_TYPE, bytes));
    }
}
