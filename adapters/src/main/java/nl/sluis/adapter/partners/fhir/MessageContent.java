package nl.sluis.adapter.partners.fhir;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.Section;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Where FHIR has a place of its own for a content, it is filled: for readers that know no other form. */
final class MessageContent {

    private MessageContent() {}

    /** Fills the person, or gives a resource of its own; null when the section's text says it all. */
    static @Nullable Resource write(Section section, Patient subject) {
        Content content = section.content();
        if (content instanceof Content.Identity identity) {
            subject.addName(FhirNames.write(identity.name()));
            subject.setBirthDateElement(date(identity.birthDate()));
            subject.setGender(AdministrativeGender.valueOf(identity.sex().name()));
        } else if (content instanceof Content.CitizenNumber number) {
            subject.addIdentifier().setSystem(Systems.BSN).setValue(number.bsn().value());
        } else if (content instanceof Content.ContactPoint point) {
            subject.addTelecom(telecom(point));
        } else if (content instanceof Content.Address address) {
            subject.addAddress(address(address));
        } else if (content instanceof Content.Goal goal) {
            return goal(goal, subject);
        } else if (content instanceof Content.Coded coded) {
            return new Condition()
                    .setCode(new CodeableConcept(new Coding(coded.system(), coded.code(), coded.display())))
                    .setSubject(reference(subject));
        }
        return null;
    }

    /** The content in words, where FHIR has no place for it that every reader knows. */
    static @Nullable String words(Content content) {
        if (content instanceof Content.Statement statement) {
            return statement.source() == null ? statement.text() : statement.source() + ": " + statement.text();
        }
        if (content instanceof Content.Planned planned) {
            return Stream.of(planned.description(), planned.from(), planned.until(), planned.responsible())
                    .filter(Objects::nonNull)
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
        }
        if (content instanceof Content.Amount amount) {
            return "EUR " + amount.euros().toPlainString();
        }
        if (content instanceof Content.Attachment attachment) {
            return attachment.title();
        }
        return content instanceof Content.Carried carried ? carried.text() : null;
    }

    private static Goal goal(Content.Goal goal, Patient subject) {
        Goal written = new Goal();
        written.setLifecycleStatus(status(goal.status()));
        written.setDescription(new CodeableConcept().setText(goal.description()));
        written.setSubject(reference(subject));
        if (goal.due() != null && goal.due().year() != 0) {
            written.addTarget().setDue(date(goal.due()));
        }
        return written;
    }

    /** A partner's own word for a state that FHIR has not stays in the exact form only. */
    private static Goal.GoalLifecycleStatus status(@Nullable String status) {
        for (Goal.GoalLifecycleStatus known : Goal.GoalLifecycleStatus.values()) {
            if (known != Goal.GoalLifecycleStatus.NULL && known.toCode().equals(status)) {
                return known;
            }
        }
        return Goal.GoalLifecycleStatus.ACTIVE;
    }

    private static ContactPoint telecom(Content.ContactPoint point) {
        ContactPoint written = new ContactPoint().setValue(point.value());
        for (ContactPoint.ContactPointSystem system : ContactPoint.ContactPointSystem.values()) {
            if (system != ContactPoint.ContactPointSystem.NULL
                    && system.toCode().equals(point.system())) {
                written.setSystem(system);
            }
        }
        return written;
    }

    private static Address address(Content.Address address) {
        Address written = new Address()
                .setCity(address.city())
                .setPostalCode(address.postalCode())
                .setCountry(address.country());
        if (address.street() != null) {
            String number = address.houseNumber() == null ? "" : " " + address.houseNumber();
            written.addLine(address.street() + number);
        }
        return written;
    }

    private static @Nullable DateType date(PartialDate date) {
        if (date.year() == 0) {
            return null;
        }
        String text = date.toString();
        int length = date.day() != 0 ? 10 : date.month() != 0 ? 7 : 4;
        return new DateType(text.substring(0, length));
    }

    private static Reference reference(Patient patient) {
        return new Reference("Patient/" + patient.getIdElement().getIdPart());
    }
}
