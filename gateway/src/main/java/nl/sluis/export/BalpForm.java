package nl.sluis.export;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * FHIR R4 AuditEvent. A disclosure or receipt about a known person follows IHE BALP's privacy disclosure, one event a person, and
 * says so; everything else is a plain AuditEvent, since the audit does not hold what BALP's other profiles demand.
 */
final class BalpForm implements Form {

    private static final String PROFILE =
            "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PrivacyDisclosure.";
    private static final String DCM = "http://dicom.nema.org/resources/ontology/DCM";

    private final IParser parser = FhirContext.forR4Cached().newJsonParser();

    /** 0 success, 4 minor failure, 8 serious failure (DICOM, RFC 3881). */
    static String outcome(Result result) {
        return switch (result) {
            case DONE -> "0";
            case UNDECIDED -> "4";
            case FAILED -> "8";
        };
    }

    @Override
    public Written write(Evidence evidence) {
        List<String> missing = new ArrayList<>();
        if (evidence.user().isEmpty()) {
            missing.add("agent of a user");
        }
        List<String> lines = new ArrayList<>();
        for (DataSubject subject : evidence.subjects()) {
            lines.add(parser.encodeResourceToString(event(evidence, subject)));
        }
        if (lines.isEmpty()) {
            if (evidence.meaning().act().concernsPersons()) {
                missing.add("entity of a patient");
            }
            lines.add(parser.encodeResourceToString(event(evidence, null)));
        }
        if (profile(
                        evidence,
                        evidence.subjects().isEmpty()
                                ? null
                                : evidence.subjects().getFirst())
                .isEmpty()) {
            missing.add("meta.profile of BALP");
        }
        return new Written(lines, missing);
    }

    private static Optional<String> profile(Evidence evidence, @Nullable DataSubject subject) {
        if (subject == null || evidence.partner().isEmpty() || evidence.entry().messageId() == null) {
            return Optional.empty();
        }
        return switch (evidence.meaning().act()) {
            case DISCLOSED -> Optional.of(PROFILE + "Source");
            case RECEIVED -> Optional.of(PROFILE + "Recipient");
            default -> Optional.empty();
        };
    }

    private static AuditEvent event(Evidence evidence, @Nullable DataSubject subject) {
        AuditEvent event = new AuditEvent();
        profile(evidence, subject).ifPresent(profile -> event.getMeta().addProfile(profile));
        event.setId(evidence.spanId(subject == null ? "event" : subject.pseudonym()));
        event.setType(type(evidence.meaning().act()));
        if (evidence.meaning().act() == Act.DISCLOSED || evidence.meaning().act() == Act.RECEIVED) {
            event.addSubtype(new Coding("http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle", "disclose", null));
        }
        event.addSubtype(new Coding("urn:sluis:audit:event", evidence.entry().event(), null));
        event.setAction(AuditEventAction.fromCode(evidence.meaning().act().action()));
        event.setRecorded(Date.from(evidence.entry().at()));
        event.setOutcome(AuditEventOutcome.fromCode(outcome(evidence.result())));
        evidence.field("reasons").ifPresent(event::setOutcomeDesc);
        agents(event, evidence);
        event.getSource()
                .setSite(evidence.whose().origin())
                .setObserver(self(evidence))
                .addType(new Coding("http://terminology.hl7.org/CodeSystem/security-source-type", "4", null));
        entities(event, evidence, subject);
        return event;
    }

    private static Coding type(Act act) {
        return switch (act) {
            case DISCLOSED -> new Coding(DCM, "110106", "Export");
            case RECEIVED -> new Coding(DCM, "110107", "Import");
            case DECIDED -> new Coding(DCM, "110113", "Security Alert");
            case ENTERED -> new Coding(DCM, "110114", "User Authentication");
            case READ, RECORDED, DESTROYED -> new Coding(DCM, "110110", "Patient Record");
            case CARRIED, OPERATED -> new Coding(DCM, "110100", "Application Activity");
        };
    }

    private static void agents(AuditEvent event, Evidence evidence) {
        boolean here = evidence.meaning().act() != Act.RECEIVED;
        agent(
                        event,
                        here ? "110153" : "110152",
                        self(evidence),
                        "urn:oin:" + evidence.whose().oin())
                .setRequestor(here);
        evidence.partner()
                .ifPresent(partner -> agent(
                                event,
                                here ? "110152" : "110153",
                                reference("urn:sluis:organisation", partner, "Organization"),
                                "urn:sluis:organisation:" + partner)
                        .setRequestor(!here));
        evidence.user()
                .ifPresent(user -> event.addAgent()
                        .setWho(reference("urn:sluis:user", user, null))
                        .setRequestor(false));
    }

    private static AuditEvent.AuditEventAgentComponent agent(
            AuditEvent event, String role, Reference who, String place) {
        AuditEvent.AuditEventAgentComponent agent = event.addAgent().setWho(who);
        agent.getType().addCoding(new Coding(DCM, role, null));
        // The audit keeps no network addresses: whose it is, as a URI
        agent.getNetwork().setAddress(place).setType(AuditEvent.AuditEventAgentNetworkType._5);
        return agent;
    }

    private static void entities(AuditEvent event, Evidence evidence, @Nullable DataSubject subject) {
        String types = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
        String roles = "http://terminology.hl7.org/CodeSystem/object-role";
        if (subject != null) {
            event.addEntity()
                    .setWhat(reference(subject.system(), subject.pseudonym(), "Patient"))
                    .setType(new Coding(types, "1", null))
                    .setRole(new Coding(roles, "1", null));
        }
        String message = evidence.entry().messageId();
        if (message != null) {
            event.addEntity()
                    .setWhat(reference("urn:ietf:rfc:3986", "urn:uuid:" + message, null))
                    .setType(new Coding(types, "2", null))
                    .setRole(new Coding(roles, "3", null));
        }
        event.addEntity()
                .setWhat(reference(
                        "urn:sluis:audit:entry",
                        evidence.whose().origin() + "#" + evidence.entry().n(),
                        null))
                .setType(new Coding(types, "4", null))
                .setRole(new Coding(roles, "13", null));
    }

    private static Reference self(Evidence evidence) {
        return reference("urn:sluis:oin", evidence.whose().oin(), "Organization");
    }

    private static Reference reference(String system, String value, @Nullable String type) {
        Reference reference =
                new Reference().setIdentifier(new Identifier().setSystem(system).setValue(value));
        return type == null ? reference : reference.setType(type);
    }
}
