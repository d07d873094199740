package nl.sluis.export;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;

/** FHIR R4 as HAPI's validator has it, and what IHE BALP demands beyond it of the profiles that are claimed. */
final class FhirRules {

    private static final String DCM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final FhirValidator VALIDATOR = validator();

    private FhirRules() {}

    /** What is wrong; empty when nothing is. */
    static List<String> faults(String json) {
        List<String> faults = new ArrayList<>();
        for (SingleValidationMessage message :
                VALIDATOR.validateWithResult(json).getMessages()) {
            // The profiles of BALP are in no package registry that the build may use: they are checked below
            boolean profile = String.valueOf(message.getMessageId()).contains("Profile_Unknown")
                    || message.getMessage().contains("https://profiles.ihe.net/ITI/BALP");
            if (message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0 && !profile) {
                faults.add(message.getLocationString() + " " + message.getMessage());
            }
        }
        AuditEvent event = FhirContext.forR4Cached().newJsonParser().parseResource(AuditEvent.class, json);
        event.getMeta().getProfile().forEach(profile -> disclosure(event, profile.getValue(), faults));
        return faults;
    }

    // IHE.BasicAudit.PrivacyDisclosure.Source and .Recipient, BALP 1.1.4: each rule of input/fsh/Disclose.fsh
    private static void disclosure(AuditEvent event, String profile, List<String> faults) {
        boolean source = profile.endsWith("PrivacyDisclosure.Source");
        require(faults, source || profile.endsWith("PrivacyDisclosure.Recipient"), "another profile: " + profile);
        require(faults, event.getModifierExtension().isEmpty(), "modifierExtension 0..0");
        require(
                faults,
                DCM.equals(event.getType().getSystem())
                        && event.getType().getCode().equals(source ? "110106" : "110107"),
                "type");
        require(faults, event.getAction().toCode().equals(source ? "R" : "C"), "action");
        require(
                faults,
                event.getSubtype().stream()
                        .anyMatch(subtype ->
                                subtype.getSystem().equals("http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle")
                                        && subtype.getCode().equals("disclose")),
                "subtype disclose");
        require(faults, event.hasOutcome() && event.hasRecorded(), "outcome and recorded 1..1");
        List<AuditEvent.AuditEventAgentComponent> from = agents(event, "110153");
        List<AuditEvent.AuditEventAgentComponent> to = agents(event, "110152");
        require(faults, from.size() == 1 && to.size() == 1, "one source and one recipient");
        require(
                faults,
                List.of(from, to).stream()
                        .flatMap(List::stream)
                        .allMatch(agent -> agent.hasWho() && agent.hasNetwork()),
                "agent.who and agent.network 1..1");
        require(
                faults,
                (source ? from : to)
                        .getFirst()
                        .getWho()
                        .equalsDeep(event.getSource().getObserver()),
                "val-audit-source");
        require(faults, event.getEntity().size() >= 2, "entity 2..*");
        List<AuditEvent.AuditEventEntityComponent> patients = event.getEntity().stream()
                .filter(entity -> entity.getType().getCode().equals("1")
                        && entity.getType().getSystem().endsWith("/audit-entity-type"))
                .toList();
        require(
                faults,
                patients.size() == 1
                        && patients.getFirst().getRole().getCode().equals("1")
                        && patients.getFirst().getRole().getSystem().endsWith("/object-role")
                        && "Patient".equals(patients.getFirst().getWhat().getType()),
                "one patient");
    }

    private static List<AuditEvent.AuditEventAgentComponent> agents(AuditEvent event, String role) {
        return event.getAgent().stream()
                .filter(agent -> agent.getType().getCoding().stream()
                        .filter(coding -> DCM.equals(coding.getSystem()))
                        .map(Coding::getCode)
                        .anyMatch(role::equals))
                .toList();
    }

    private static void require(List<String> faults, boolean holds, String rule) {
        if (!holds) {
            faults.add("BALP: " + rule);
        }
    }

    private static FhirValidator validator() {
        FhirContext context = FhirContext.forR4Cached();
        FhirInstanceValidator instance = new FhirInstanceValidator(new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                new InMemoryTerminologyServerValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context)));
        instance.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        return context.newValidator().registerValidatorModule(instance);
    }
}
