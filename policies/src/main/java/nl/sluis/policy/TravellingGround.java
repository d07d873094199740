package nl.sluis.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.Custody;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonRef;

/**
 * Narrows what a decision rested on to what the recipient needs to answer lawfully. A consent goes along only when nobody could
 * doubt it: of a giver who also refused something to this recipient, no consent travels.
 */
final class TravellingGround {

    private final SharingRequest request;
    private final Map<PersonRef, PersonRef> references;
    private final Set<PersonRef> subjects;
    private final Set<PersonRef> identified;

    /**
     * For the persons who are left in the message, by their reference before and after.
     *
     * @param identified those of whom the message says who they are; of anyone else not even the birth date goes along
     */
    TravellingGround(SharingRequest request, Map<PersonRef, PersonRef> kept, Set<PersonRef> identified) {
        this.identified = Set.copyOf(identified);
        this.request = request;
        this.references = new LinkedHashMap<>(kept);
        this.subjects = Set.copyOf(kept.keySet());
    }

    Ground ground() {
        // On any other ground the answer asks for no consent, so that ages and custody stay at home
        if (request.basis() != LegalBasis.CONSENT) {
            return new Ground(request.basis(), List.of(), List.of());
        }
        List<ConsentRecord> consents = request.facts().consents().stream()
                .filter(this::travels)
                .map(this::narrowed)
                .toList();
        List<PersonFacts> persons = request.persons().stream()
                .filter(person -> subjects.contains(person.ref()))
                .map(this::renamed)
                .collect(Collectors.toCollection(ArrayList::new));
        // Who gave or holds authority is there by reference only: age and name do not matter
        references.forEach((before, after) -> {
            if (!subjects.contains(before)) {
                persons.add(new PersonFacts(after, PartialDate.UNKNOWN, true, null));
            }
        });
        return new Ground(request.basis(), consents, persons);
    }

    private boolean travels(ConsentRecord consent) {
        return consent.decision() == ConsentDecision.GIVEN
                && ofThisExchange(consent)
                && stands(consent)
                && request.facts().consents().stream()
                        .noneMatch(other -> other.decision() == ConsentDecision.REFUSED
                                && other.giver().equals(consent.giver())
                                && ofThisExchange(other));
    }

    private boolean ofThisExchange(ConsentRecord consent) {
        return consent.discloser().equals(request.sender().organisation())
                && addressed(consent)
                && consent.subjects().stream().anyMatch(subjects::contains);
    }

    /** A refusal that names nobody is to everybody; a consent that names nobody is to nobody. */
    private boolean addressed(ConsentRecord record) {
        return record.recipients().contains(request.recipient().organisation())
                || (record.recipients().isEmpty() && record.decision() == ConsentDecision.REFUSED);
    }

    private boolean stands(ConsentRecord consent) {
        Instant withdrawn = consent.withdrawnAt();
        return withdrawn == null || withdrawn.isAfter(request.at());
    }

    private ConsentRecord narrowed(ConsentRecord consent) {
        return new ConsentRecord(
                consent.id(),
                reference(consent.giver()),
                consent.capacity(),
                consent.subjects().stream()
                        .filter(subjects::contains)
                        .map(this::reference)
                        .collect(Collectors.toSet()),
                consent.discloser(),
                Set.of(request.recipient().organisation()),
                consent.purposes(),
                consent.categories(),
                consent.lifeDomains(),
                consent.decision(),
                consent.from(),
                consent.until(),
                consent.recordedAt(),
                consent.withdrawnAt(),
                consent.evidence());
    }

    private PersonFacts renamed(PersonFacts person) {
        Custody custody = person.custody();
        Custody renamed = custody == null
                ? null
                : new Custody(
                        custody.type(),
                        custody.holders().stream().map(this::reference).toList(),
                        custody.underInvestigation());
        PartialDate birthDate = identified.contains(person.ref()) ? person.birthDate() : PartialDate.UNKNOWN;
        return new PersonFacts(reference(person.ref()), birthDate, person.capable(), renamed);
    }

    private PersonRef reference(PersonRef before) {
        return references.computeIfAbsent(before, ref -> new PersonRef("g" + (references.size() + 1)));
    }
}
