package nl.sluis.adapter.partners.fhir;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonRef;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Who a consent is of: somebody of the message, a Patient that came along, or a number alone. */
final class ConsentPeople {

    private final FhirSource source;
    private final @Nullable FhirPeople people;

    ConsentPeople(FhirSource source, @Nullable FhirPeople people) {
        this.source = source;
        this.people = people;
    }

    @Nullable
    PersonDetails patient(Consent consent) {
        Reference reference = consent.getPatient();
        if (source.resolve(reference).isEmpty() && reference.hasIdentifier()) {
            Optional<PersonIdentifier> number = Identifiers.read(reference.getIdentifier());
            if (number.isPresent()) {
                source.take(reference);
                return new PersonDetails(
                        new PersonRef("patient"), HouseholdRole.OTHER, Set.of(number.get()), PartialDate.UNKNOWN);
            }
        }
        Patient patient = source.need(reference, consent, "patient", Patient.class);
        if (patient == null) {
            return null;
        }
        if (people != null && people.knows(patient)) {
            return people.details(patient);
        }
        source.take(patient.getBirthDateElement());
        PartialDate born = FhirDates.partial(patient.getBirthDateElement()).orElse(PartialDate.UNKNOWN);
        return details(patient, HouseholdRole.OTHER, patient.getIdentifier(), born);
    }

    PersonDetails related(RelatedPerson related) {
        if (people != null && people.knows(related)) {
            return people.details(related);
        }
        source.take(related.getBirthDateElement(), related.getPatient());
        related.getRelationship().forEach(source::take);
        PartialDate born = FhirDates.partial(related.getBirthDateElement()).orElse(PartialDate.UNKNOWN);
        return details(related, Relationships.role(related.getRelationship()), related.getIdentifier(), born);
    }

    private PersonDetails details(
            Resource resource, HouseholdRole role, Iterable<Identifier> identifiers, PartialDate born) {
        Set<PersonIdentifier> numbers = new HashSet<>();
        for (Identifier identifier : identifiers) {
            Identifiers.read(identifier).ifPresent(number -> {
                source.take(identifier);
                numbers.add(number);
            });
        }
        String id = resource.getIdElement().getIdPart();
        String ref = id == null || Identifiers.unfit(id, 200) ? resource.fhirType() : id;
        return new PersonDetails(new PersonRef(ref), role, numbers, born);
    }
}
