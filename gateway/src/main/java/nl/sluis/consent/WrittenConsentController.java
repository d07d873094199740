package nl.sluis.consent;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.adapter.ConsentStatement;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.partners.fhir.ConsentDocument;
import nl.sluis.adapter.partners.fhir.ConsentDocument.Result;
import nl.sluis.audit.ReadLog;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonRef;
import nl.sluis.custody.PersonId;
import nl.sluis.custody.PersonRegister;
import nl.sluis.node.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A consent on record, written as a FHIR document: with the organisation's own numbers of the people, and nothing else of them. */
@RestController
final class WrittenConsentController {

    private final ConsentRegister register;
    private final PersonRegister persons;
    private final ReadLog log;

    WrittenConsentController(ConsentRegister register, PersonRegister persons, ReadLog log) {
        this.register = register;
        this.persons = persons;
        this.log = log;
    }

    @GetMapping(path = "/v1/consents/{id}/document")
    ResponseEntity<?> document(@PathVariable String id) {
        Optional<StoredConsent> found = register.find(id);
        found.ifPresent(consent ->
                log.reads("consent.read", null, Map.of("consent", consent.id().toString())));
        return found.<ResponseEntity<?>>map(this::written).orElseGet(Problems::notFound);
    }

    private ResponseEntity<?> written(StoredConsent consent) {
        Set<PersonId> people = new LinkedHashSet<>(consent.subjects());
        people.add(consent.giver());
        Map<PersonId, PersonRef> references = persons.references(people);
        if (references.entrySet().stream().anyMatch(WrittenConsentController::isNotOurs)) {
            return Problems.conflict("FHIR Consent cannot say this record: somebody in it has no own number");
        }
        ConsentStatement statement = statement(consent, references);
        Result result =
                consent.withdrawal() == null ? ConsentDocument.write(statement) : ConsentDocument.writeEnded(statement);
        return switch (result) {
            case Result.Written written ->
                ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(written.payload().mediaType()))
                        .body(written.payload().bytes());
            case Result.Lacking lacking ->
                Problems.conflict("FHIR Consent cannot say this record: "
                        + lacking.violations().stream()
                                .map(WrittenConsentController::place)
                                .collect(Collectors.joining(", ")));
        };
    }

    // Read back as an own number it would be somebody new
    private static boolean isNotOurs(Map.Entry<PersonId, PersonRef> reference) {
        return reference
                .getValue()
                .value()
                .equals("person-" + reference.getKey().value());
    }

    private static String place(Violation violation) {
        return violation.path() + " " + violation.code();
    }

    private static ConsentStatement statement(StoredConsent consent, Map<PersonId, PersonRef> references) {
        Terms terms = consent.terms();
        List<PersonDetails> subjects = new ArrayList<>();
        consent.subjects().forEach(subject -> subjects.add(person(references.get(subject), HouseholdRole.OTHER)));
        String source = terms.origin().sourceId();
        return new ConsentStatement(
                source == null ? consent.id().toString() : source,
                person(references.get(consent.giver()), role(terms.capacity())),
                terms.capacity(),
                subjects,
                terms.discloser(),
                terms.recipients(),
                terms.purposes(),
                terms.categories(),
                terms.lifeDomains(),
                terms.decision(),
                terms.from(),
                terms.until(),
                consent.effectiveAt(),
                terms.origin().evidence(),
                terms.origin().objection());
    }

    private static PersonDetails person(@Nullable PersonRef reference, HouseholdRole role) {
        PersonRef known = Objects.requireNonNull(reference);
        return new PersonDetails(
                known, role, Set.of(new PersonIdentifier(PersonIdentifier.LOCAL, known.value())), PartialDate.UNKNOWN);
    }

    /** What somebody has to be, to give it in that capacity. */
    private static HouseholdRole role(Capacity capacity) {
        return switch (capacity) {
            case CUSTODIAN -> HouseholdRole.PARENT;
            case GUARDIAN -> HouseholdRole.GUARDIAN;
            case SELF, REPRESENTATIVE -> HouseholdRole.OTHER;
        };
    }
}
