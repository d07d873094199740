package nl.sluis.adapter.partners.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.MessageJson;
import nl.sluis.adapter.Translation;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads back what {@link MessageBundle} wrote, from the exact forms in its extensions. */
final class MessageBundleReading {

    private final FhirSource source;

    private MessageBundleReading(FhirSource source) {
        this.source = source;
    }

    static boolean isOurs(Composition composition) {
        return composition.getType().getCoding().stream().anyMatch(coding -> Systems.KIND.equals(coding.getSystem()));
    }

    static Translation read(FhirSource source, Composition composition) {
        return new MessageBundleReading(source).translation(composition);
    }

    private Translation translation(Composition composition) {
        Message header =
                exact(composition, Extensions.first(composition.getExtension(), MessageBundle.HEADER), Message.class);
        List<Section> sections = new ArrayList<>();
        for (SectionComponent component : composition.getSection()) {
            Section section =
                    exact(component, Extensions.first(component.getExtension(), MessageBundle.SECTION), Section.class);
            if (section != null) {
                sections.add(section);
            }
        }
        if (header != null && !consistent(header, sections)) {
            source.fault(source.path(composition), "INVALID_VALUE", "A section is about nobody here, or occurs twice.");
        }
        if (header == null || source.faulty()) {
            return source.untranslatable();
        }
        repeated();
        return new Translation.Translated(draft(header, sections), source.completeness());
    }

    /** What repeats the exact forms for other readers; a resource that the writer never writes is not understood. */
    private void repeated() {
        if (source.root() instanceof Bundle bundle) {
            source.take(bundle.getIdentifier(), bundle.getTimestampElement());
        }
        for (Resource resource : source.resources()) {
            boolean written = resource instanceof Composition
                    || resource instanceof Patient
                    || resource instanceof Goal
                    || resource instanceof Condition
                    || resource instanceof Organization;
            if (written) {
                source.take(resource);
            }
        }
    }

    private static boolean consistent(Message header, List<Section> sections) {
        Set<PersonRef> persons = header.persons().stream().map(Person::ref).collect(Collectors.toSet());
        Set<SectionId> ids = sections.stream().map(Section::id).collect(Collectors.toSet());
        return ids.size() == sections.size()
                && sections.stream().allMatch(section -> persons.contains(section.subject()));
    }

    private <T> @Nullable T exact(Base owner, @Nullable Extension extension, Class<T> type) {
        String json = extension == null || extension.getValue() == null
                ? null
                : extension.getValue().primitiveValue();
        if (json == null) {
            source.fault(source.path(owner), "REQUIRED", "The exact form is missing.");
            return null;
        }
        try {
            return MessageJson.mapper().readValue(json, type);
        } catch (JacksonException broken) {
            source.fault(source.path(owner), "INVALID_VALUE", "The exact form is not of the shared language.");
            return null;
        }
    }

    private static Draft draft(Message header, List<Section> sections) {
        List<PersonDetails> persons = header.persons().stream()
                .map(person -> new PersonDetails(person.ref(), person.role(), Set.of(), birthDate(person, sections)))
                .toList();
        return new Draft(
                header.kind(),
                header.recipient(),
                header.senderRole(),
                header.purpose(),
                header.basis(),
                header.urgency(),
                header.inReplyTo(),
                null,
                persons,
                sections,
                List.of(),
                Set.of(),
                false);
    }

    private static PartialDate birthDate(Person person, List<Section> sections) {
        for (Section section : sections) {
            if (section.subject().equals(person.ref()) && section.content() instanceof Content.Identity identity) {
                return identity.birthDate();
            }
        }
        return PartialDate.UNKNOWN;
    }
}
