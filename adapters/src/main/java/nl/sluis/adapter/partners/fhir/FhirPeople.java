package nl.sluis.adapter.partners.fhir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;

/**
 * The people of a document: the patient and those who are entries of their own. A contact inside a Patient is a third party
 * without a place of its own to consent from, so it stays at the sender.
 */
final class FhirPeople {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Set<String> CHILD_CODES = Set.of("CHILD", "NCHILD", "SON", "DAU", "SONC", "DAUC");

    private final FhirSource source;
    private final Map<Resource, FhirPerson> people = new LinkedHashMap<>();
    private final Set<String> refs = new HashSet<>();

    private FhirPeople(FhirSource source) {
        this.source = source;
    }

    /** Everyone, with the identity of the main person mandatory. */
    static FhirPeople of(FhirSource source, Patient main, PartialDate at) {
        FhirPeople people = new FhirPeople(source);
        people.patient(main, people.roleOf(main, at), true);
        for (Patient other : source.all(Patient.class)) {
            if (other != main) {
                people.patient(other, people.roleOf(other, at), false);
            }
        }
        source.all(RelatedPerson.class).forEach(people::related);
        return people;
    }

    /** The ref of a resource; the main person's when it is nobody of the document. */
    PersonRef ref(Resource resource, PersonRef otherwise) {
        FhirPerson person = people.get(resource);
        return person == null ? otherwise : person.details().ref();
    }

    PersonDetails details(Resource resource) {
        FhirPerson person = people.get(resource);
        if (person == null) {
            throw new IllegalArgumentException("nobody of this document");
        }
        return person.details();
    }

    boolean knows(Resource resource) {
        return people.containsKey(resource);
    }

    List<PersonDetails> all() {
        return people.values().stream().map(FhirPerson::details).toList();
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        people.values().forEach(person -> sections.addAll(person.sections()));
        return sections;
    }

    private void patient(Patient patient, HouseholdRole role, boolean mandatory) {
        PersonRef ref = newRef(patient, "patient");
        PartialDate born = FhirDates.partial(patient.getBirthDateElement()).orElse(PartialDate.UNKNOWN);
        source.take(patient.getBirthDateElement());
        Set<PersonIdentifier> identifiers = identifiers(patient.getIdentifier());
        List<Section> sections = new PersonParts(source, ref)
                .identity(patient.getName(), patient.getGenderElement(), born, mandatory)
                .numbers(patient.getIdentifier())
                .addresses(patient.getAddress())
                .contacts(patient.getTelecom())
                .sections();
        people.put(patient, new FhirPerson(patient, new PersonDetails(ref, role, identifiers, born), sections));
    }

    private void related(RelatedPerson related) {
        PersonRef ref = newRef(related, "related");
        PartialDate born = FhirDates.partial(related.getBirthDateElement()).orElse(PartialDate.UNKNOWN);
        source.take(related.getBirthDateElement(), related.getPatient());
        related.getRelationship().forEach(source::take);
        HouseholdRole role = Relationships.role(related.getRelationship());
        Set<PersonIdentifier> identifiers = identifiers(related.getIdentifier());
        List<Section> sections = new PersonParts(source, ref)
                .identity(related.getName(), related.getGenderElement(), born, false)
                .numbers(related.getIdentifier())
                .addresses(related.getAddress())
                .contacts(related.getTelecom())
                .sections();
        people.put(related, new FhirPerson(related, new PersonDetails(ref, role, identifiers, born), sections));
    }

    private HouseholdRole roleOf(Patient patient, PartialDate at) {
        PartialDate born = FhirDates.partial(patient.getBirthDateElement()).orElse(PartialDate.UNKNOWN);
        if (born.year() != 0 && at.year() != 0 && born.latest().plusYears(18).isAfter(at.earliest())) {
            return HouseholdRole.CHILD;
        }
        boolean hasChild = source.all(RelatedPerson.class).stream()
                .flatMap(related -> related.getRelationship().stream())
                .flatMap(concept -> concept.getCoding().stream())
                .anyMatch(coding -> CHILD_CODES.contains(coding.getCode()));
        return hasChild ? HouseholdRole.PARENT : HouseholdRole.OTHER;
    }

    private PersonRef newRef(Resource resource, String sort) {
        String id = resource.getIdElement().getIdPart();
        String ref = id != null && ID.matcher(id).matches() ? id : sort + "-" + (people.size() + 1);
        while (!refs.add(ref)) {
            ref = sort + "-" + (people.size() + 1) + "-" + refs.size();
        }
        return new PersonRef(ref);
    }

    private Set<PersonIdentifier> identifiers(List<Identifier> identifiers) {
        Set<PersonIdentifier> known = new HashSet<>();
        for (Identifier identifier : identifiers) {
            Identifiers.read(identifier).ifPresent(id -> {
                source.take(identifier);
                known.add(id);
            });
        }
        return known;
    }
}
