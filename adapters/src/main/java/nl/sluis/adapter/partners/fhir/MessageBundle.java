package nl.sluis.adapter.partners.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;

/**
 * A message as a FHIR document (bundle.html, type document): a Composition with one section for each of ours, a Patient for each
 * person, Goal and Condition where the content is one. Each section also carries its exact form in an extension, so that a node
 * reads back what another wrote; only what stands in the message's own sections is written anywhere.
 */
final class MessageBundle {

    static final String HEADER = Systems.OURS + "StructureDefinition/bericht";
    static final String SECTION = Systems.OURS + "StructureDefinition/onderdeel";
    static final String ROLE = Systems.OURS + "StructureDefinition/rol";
    private static final String UUID_SYSTEM = "urn:ietf:rfc:3986";

    // Fixed: the same message gives the same bytes wherever it is written.
    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private final Message message;
    private final Bundle bundle = new Bundle();
    private final Map<PersonRef, Patient> patients = new LinkedHashMap<>();

    private MessageBundle(Message message) {
        this.message = message;
    }

    static byte[] write(Message message) {
        Bundle bundle = new MessageBundle(message).bundle();
        return FhirParsing.context()
                .newJsonParser()
                .encodeResourceToString(bundle)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Bundle bundle() {
        bundle.setType(Bundle.BundleType.DOCUMENT);
        bundle.setIdentifier(new Identifier().setSystem(UUID_SYSTEM).setValue("urn:uuid:" + message.id()));
        bundle.setTimestampElement(new InstantType(Date.from(message.sentAt()), TemporalPrecisionEnum.MILLI, UTC));
        Composition composition = composition();
        add(composition, "composition");
        for (Person person : message.persons()) {
            Patient patient = new Patient();
            patient.addExtension(ROLE, new StringType(person.role().name()));
            patients.put(person.ref(), patient);
            add(patient, "person-" + patients.size());
        }
        int number = 0;
        for (Section section : message.sections()) {
            number++;
            composition.addSection(section(section, number));
        }
        return bundle;
    }

    private Composition composition() {
        Composition composition = new Composition();
        composition.setStatus(Composition.CompositionStatus.FINAL);
        composition.setType(coded(Systems.KIND, message.kind().name()));
        composition.setDateElement(new DateTimeType(Date.from(message.sentAt()), TemporalPrecisionEnum.MILLI, UTC));
        composition.setTitle(message.kind().name());
        composition.addExtension(HEADER, new StringType(MessageHeader.of(message)));
        Organization sender = new Organization();
        sender.addIdentifier()
                .setSystem(Systems.ORGANISATION)
                .setValue(message.sender().value());
        composition.addAuthor(reference(add(sender, "sender")));
        return composition;
    }

    private SectionComponent section(Section section, int number) {
        SectionComponent written = new SectionComponent();
        written.addExtension(
                new Extension(SECTION, new StringType(MessageJson.mapper().writeValueAsString(section))));
        written.setCode(coded(Systems.CATEGORY, section.category().name()));
        written.setTitle(section.category().name());
        String words = MessageContent.words(section.content());
        if (words != null) {
            written.setText(Narratives.of(words));
        }
        Patient subject = patients.get(section.subject());
        if (subject != null) {
            written.setFocus(reference(subject));
            Resource entry = MessageContent.write(section, subject);
            // A section has a text or an entry (cmp-1); what fills the person is found there.
            if (entry != null) {
                written.addEntry(reference(add(entry, "content-" + number)));
            } else if (words == null) {
                written.addEntry(reference(subject));
            }
        }
        return written;
    }

    private static CodeableConcept coded(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }

    private <T extends Resource> T add(T resource, String id) {
        resource.setId(id);
        bundle.addEntry().setFullUrl(fullUrl(resource)).setResource(resource);
        return resource;
    }

    private static String fullUrl(Resource resource) {
        return Systems.OURS + resource.fhirType() + "/"
                + resource.getIdElement().getIdPart();
    }

    private static Reference reference(Resource resource) {
        return new Reference(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
    }
}
