package nl.sluis.adapter.partners.hl7v2;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.v25.message.ACK;
import ca.uhn.hl7v2.model.v25.segment.ERR;
import ca.uhn.hl7v2.model.v25.segment.MSH;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;

/**
 * The acknowledgement of a message (HL7 v2.5, chapter 2): {@code AA} when it was understood, {@code AE} when its content is at
 * fault, {@code AR} when it is of a sort, version or character set that is not read here, or cannot be taken now.
 */
public final class Acknowledgement {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'+0000'").withZone(ZoneOffset.UTC);

    /** What can never be read here, whatever its content. */
    private static final Set<String> REJECTED = Set.of(
            "NOT_HL7",
            "MESSAGE_NOT_SUPPORTED",
            "VERSION_NOT_SUPPORTED",
            "CHARSET_NOT_SUPPORTED",
            "WRONG_CHARSET",
            "LINE_FEED",
            "TRUNCATED",
            "TOO_LARGE",
            // Not of its content: it may come again as it is
            "NOT_NOW");

    /** HL7 table 0357. */
    private static final Map<String, String> CONDITIONS = Map.of(
            "MESSAGE_NOT_SUPPORTED", "200",
            "VERSION_NOT_SUPPORTED", "203",
            "REQUIRED", "101",
            "REASON_MISSING", "101",
            "KEY_TAKEN", "205",
            "NOT_HL7", "100",
            "TRUNCATED", "100");

    private static final Pattern PLACE = Pattern.compile("([A-Z0-9]{3})\\[([0-9]{1,4})](?:\\.([0-9]{1,3}))?");

    private Acknowledgement() {}

    /**
     * The answer to a payload that was read.
     *
     * @param translation what became of it
     * @param at when it was answered
     */
    public static Payload to(Payload payload, Translation translation, Instant at) {
        String[] asked = Er7.header(payload);
        String[] header = asked == null ? new String[0] : asked;
        List<Violation> violations = translation instanceof Translation.Untranslatable no ? no.violations() : List.of();
        try {
            ACK ack = new ACK();
            // From the bytes, so that the same message twice gets the same answer
            head(
                    ack.getMSH(),
                    header,
                    UUID.nameUUIDFromBytes(payload.bytes()).toString().substring(0, 18),
                    at);
            ack.getMSA().getAcknowledgmentCode().setValue(code(violations));
            ack.getMSA().getMessageControlID().setValue(Er7.field(header, 10));
            for (int i = 0; i < violations.size(); i++) {
                error(ack.insertERR(i), violations.get(i));
            }
            String text = Er7.hapi().getPipeParser().encode(ack);
            return new Payload(Hl7v2Adapter.MEDIA_TYPE, text.getBytes(StandardCharsets.UTF_8));
        } catch (HL7Exception impossible) {
            throw new IllegalStateException("an acknowledgement of our own cannot be written", impossible);
        }
    }

    private static void head(MSH msh, String[] asked, String number, Instant at) throws HL7Exception {
        msh.getFieldSeparator().setValue("|");
        msh.getEncodingCharacters().setValue("^~\\&");
        msh.getSendingApplication().getNamespaceID().setValue(first(asked, 5));
        msh.getSendingFacility().getNamespaceID().setValue(first(asked, 6));
        msh.getReceivingApplication().getNamespaceID().setValue(first(asked, 3));
        msh.getReceivingFacility().getNamespaceID().setValue(first(asked, 4));
        msh.getDateTimeOfMessage().getTime().setValue(MOMENT.format(at));
        msh.getMessageType().getMessageCode().setValue("ACK");
        msh.getMessageType().getTriggerEvent().setValue("I12");
        msh.getMessageType().getMessageStructure().setValue("ACK");
        msh.getMessageControlID().setValue(number);
        msh.getProcessingID().getProcessingID().setValue(Er7.field(asked, 11).isEmpty() ? "P" : first(asked, 11));
        msh.getVersionID().getVersionID().setValue("2.5");
        msh.getCharacterSet(0).setValue("UNICODE UTF-8");
    }

    private static void error(ERR err, Violation violation) throws HL7Exception {
        Matcher place = PLACE.matcher(violation.path());
        if (place.matches()) {
            err.getErrorLocation(0).getSegmentID().setValue(place.group(1));
            err.getErrorLocation(0).getSegmentSequence().setValue(place.group(2));
            if (place.group(3) != null) {
                err.getErrorLocation(0).getFieldPosition().setValue(place.group(3));
            }
        }
        err.getHL7ErrorCode().getIdentifier().setValue(CONDITIONS.getOrDefault(violation.code(), "207"));
        err.getHL7ErrorCode().getNameOfCodingSystem().setValue("HL70357");
        err.getSeverity().setValue("E");
        err.getApplicationErrorCode().getIdentifier().setValue(violation.code());
        err.getUserMessage().setValue(violation.message());
    }

    private static String code(List<Violation> violations) {
        if (violations.isEmpty()) {
            return "AA";
        }
        return violations.stream().anyMatch(violation -> REJECTED.contains(violation.code())) ? "AR" : "AE";
    }

    private static String first(String[] header, int field) {
        return Er7.field(header, field).split("\\^", 2)[0];
    }
}
