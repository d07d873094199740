package nl.sluis.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.canonical.ConsentNews;
import nl.sluis.canonical.ConsentNews.KnownAs;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonRef;
import nl.sluis.custody.PersonId;
import nl.sluis.custody.PersonRegister;
import org.springframework.stereotype.Component;

/** What this node tells the disclosers that its consents name, and no more than each needs. */
@Component
public final class ConsentSharing {

    private final ConsentStore store;
    private final PersonRegister persons;
    private final OrganisationId self;
    private final Clock clock;

    ConsentSharing(ConsentStore store, PersonRegister persons, Disclosers disclosers, Clock clock) {
        this.store = store;
        this.persons = persons;
        this.self = disclosers.self();
        this.clock = clock;
    }

    /**
     * A consent that stands and names another organisation.
     *
     * @param organisation as it was stated: a name of the directory, or a number
     */
    public record Naming(UUID consent, String organisation) {}

    /** Those by or about one of these persons. */
    public List<Naming> naming(Set<PersonId> about) {
        return store.namingOthers(about, self.value()).stream()
                .map(consent -> new Naming(consent.id(), named(consent.terms())))
                .toList();
    }

    // A refusal that a document states towards another custodian counts here, and there
    private String named(Terms terms) {
        String custodian = terms.origin().custodian();
        return terms.discloser().equals(self.value()) && custodian != null ? custodian : terms.discloser();
    }

    /**
     * A copy of a consent as it stands now; empty when it was withdrawn, or when giver and subjects have no number that both
     * organisations may use. A subject without such a number is left out.
     */
    public Optional<ConsentNews.Copy> copy(UUID consent, MessageId id, OrganisationId holder) {
        return store.find(consent)
                .filter(stored -> stored.withdrawal() == null)
                .flatMap(stored -> copy(stored, id, holder));
    }

    private Optional<ConsentNews.Copy> copy(StoredConsent stored, MessageId id, OrganisationId holder) {
        List<PersonId> people = new ArrayList<>(List.of(stored.giver()));
        stored.subjects().stream()
                .filter(subject -> !subject.equals(stored.giver()))
                .sorted(Comparator.comparing(PersonId::value))
                .forEach(people::add);
        Map<PersonId, PersonIdentifier> numbers = persons.citizenNumbers(people);
        Map<PersonId, PersonRef> refs = new LinkedHashMap<>();
        List<KnownAs> known = new ArrayList<>();
        for (PersonId person : people) {
            PersonIdentifier number = numbers.get(person);
            if (number != null) {
                refs.put(person, new PersonRef("p" + (refs.size() + 1)));
                known.add(new KnownAs(Objects.requireNonNull(refs.get(person)), number));
            }
        }
        Set<PersonRef> subjects = stored.subjects().stream()
                .map(refs::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        PersonRef giver = refs.get(stored.giver());
        return giver == null || subjects.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConsentNews.Copy(
                        id,
                        self,
                        record(stored, giver, subjects, holder),
                        stored.terms().recipients().types(),
                        known,
                        now()));
    }

    private ConsentRecord record(
            StoredConsent stored, PersonRef giver, Set<PersonRef> subjects, OrganisationId holder) {
        Terms terms = stored.terms();
        String evidence = terms.origin().evidence();
        boolean demonstrable = evidence != null && !evidence.isBlank();
        return new ConsentRecord(
                stored.id().toString(),
                giver,
                terms.capacity(),
                subjects,
                holder,
                terms.recipients().organisations(),
                terms.purposes(),
                terms.categories(),
                terms.lifeDomains(),
                terms.decision(),
                terms.from(),
                terms.until(),
                stored.effectiveAt(),
                null,
                // Where it can be found: here. The form itself, or its name, is nobody else's business
                demonstrable ? self.value() + "/" + stored.id() : null);
    }

    /** The word on these consents as they are now; unknown ones are not in it. */
    public ConsentNews.Word word(List<UUID> consents, OrganisationId holder) {
        List<ConsentNews.Said> said = consents.stream()
                .map(store::find)
                .flatMap(Optional::stream)
                .map(stored -> new ConsentNews.Said(
                        stored.id().toString(),
                        stored.withdrawal() == null ? null : stored.withdrawal().at()))
                .toList();
        return new ConsentNews.Word(new MessageId(UUID.randomUUID()), self, holder, now(), said);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
