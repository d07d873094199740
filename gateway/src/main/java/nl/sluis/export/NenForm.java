package nl.sluis.export;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** NEN 7513: an entry with the fields of the norm by their names there, persons as participant objects. */
final class NenForm implements Form {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** RFC 3881: a person, a system object. */
    private static final int PERSON = 1;

    private static final int SYSTEM_OBJECT = 2;

    /** RFC 3881: a patient, a report. */
    private static final int PATIENT = 1;

    private static final int REPORT = 3;

    /** RFC 3881: an application server process. */
    private static final int APPLICATION_SERVER = 4;

    @Override
    public Written write(Evidence evidence) {
        List<String> missing = new ArrayList<>();
        ObjectNode line = JSON.createObjectNode();
        line.put("EventID", evidence.meaning().act().name());
        line.put("EventActionCode", evidence.meaning().act().action());
        line.put("EventDateTime", evidence.entry().at().toString());
        line.put("EventOutcomeIndicator", BalpForm.outcome(evidence.result()));
        line.put("EventTypeCode", evidence.entry().event());
        users(line.putArray("Users"), evidence, missing);
        participants(line.putArray("ParticipantObjects"), evidence, missing);
        line.put("AuditEnterpriseSiteID", evidence.whose().oin());
        line.put("AuditSourceID", evidence.whose().origin());
        line.put("AuditSourceTypeCode", APPLICATION_SERVER);
        boolean decided = evidence.meaning().act() == Act.DECIDED;
        optional(line, "AutorisatieProtocol", evidence, "policy", decided, missing);
        optional(line, "ToestemmingsProfiel", evidence, "basis", decided, missing);
        if (evidence.meaning().act().concernsPersons()) {
            missing.add("BehandelrelatieProtocol");
        }
        line.put("Controles", "entry " + evidence.entry().n() + " of a hash chain");
        return new Written(List.of(line.toString()), missing);
    }

    private static void optional(
            ObjectNode line, String field, Evidence evidence, String from, boolean wanted, List<String> missing) {
        evidence.field(from).ifPresentOrElse(value -> line.put(field, value), () -> {
            if (wanted) {
                missing.add(field);
            }
        });
    }

    private static void users(ArrayNode users, Evidence evidence, List<String> missing) {
        ObjectNode self = users.addObject();
        evidence.user().ifPresentOrElse(user -> self.put("UserID", user), () -> missing.add("Users.UserID"));
        evidence.field("role")
                .ifPresentOrElse(role -> self.put("RoleIDCode", role), () -> missing.add("Users.RoleIDCode"));
        self.put("UserIsRequestor", true);
        missing.add("Users.NetworkAccessPointID");
        evidence.partner().ifPresent(partner -> {
            ObjectNode other = users.addObject();
            other.put("UserID", partner);
            other.put("UserIsRequestor", false);
        });
    }

    private static void participants(ArrayNode participants, Evidence evidence, List<String> missing) {
        for (DataSubject subject : evidence.subjects()) {
            ObjectNode person = participants.addObject();
            person.put("ParticipantObjectTypeCode", PERSON);
            person.put("ParticipantObjectTypeCodeRole", PATIENT);
            person.put("ParticipantObjectIDTypeCode", subject.system());
            person.put("ParticipantObjectID", subject.pseudonym());
        }
        if (evidence.subjects().isEmpty() && evidence.meaning().act().concernsPersons()) {
            missing.add("ParticipantObjects.ParticipantObjectID of a person");
        }
        String message = evidence.entry().messageId();
        if (message != null) {
            ObjectNode object = participants.addObject();
            object.put("ParticipantObjectTypeCode", SYSTEM_OBJECT);
            object.put("ParticipantObjectTypeCodeRole", REPORT);
            object.put("ParticipantObjectIDTypeCode", "urn:ietf:rfc:3986");
            object.put("ParticipantObjectID", "urn:uuid:" + message);
            evidence.field("kind").ifPresent(kind -> object.put("ParticipantObjectDescription", kind));
        }
    }
}
