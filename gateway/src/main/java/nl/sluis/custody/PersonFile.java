package nl.sluis.custody;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.CustodyType;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonRef;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Persons as the organisation's own system states them and reads them back. */
@Service
final class PersonFile {

    private final PersonStore store;
    private final CustodyStore custodies;
    private final PersonRegister register;
    private final Clock clock;
    private final FactLog facts;
    private final TransactionTemplate transactions;

    PersonFile(
            PersonStore store,
            CustodyStore custodies,
            PersonRegister register,
            Clock clock,
            FactLog facts,
            TransactionTemplate transactions) {
        this.store = store;
        this.custodies = custodies;
        this.register = register;
        this.clock = clock;
        this.facts = facts;
        this.transactions = transactions;
    }

    /** What became of an entry. */
    enum Filing {
        /** It is on record. */
        FILED,
        /** The citizen service number is somebody else's. */
        NUMBER_OF_ANOTHER,
        /** Two holders are the same person, or the person would hold authority over themselves. */
        HOLDERS_NOT_DISTINCT
    }

    /** A person in an answer; the references are the organisation's own numbers. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            String ref,
            @Nullable String birthDate,
            @Nullable String bsn,
            boolean capable,
            @Nullable Authority custody) {

        record Authority(
                CustodyType type,
                List<String> holders,
                boolean underInvestigation,
                String source,
                Instant retrievedAt) {}
    }

    Filing put(PersonReference reference, PersonEntry entry) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Map<PersonRef, PersonId> ids = identify(reference, entry).ids();
            PersonId person = Objects.requireNonNull(ids.get(new PersonRef(reference.text())));
            List<PersonId> holders = entry.holders().stream()
                    .map(holder -> Objects.requireNonNull(ids.get(new PersonRef(holder.text()))))
                    .toList();
            Set<PersonId> distinct = new LinkedHashSet<>(holders);
            if (distinct.size() < holders.size() || distinct.contains(person)) {
                status.setRollbackOnly();
                return Filing.HOLDERS_NOT_DISTINCT;
            }
            if (!number(person, entry)) {
                status.setRollbackOnly();
                return Filing.NUMBER_OF_ANOTHER;
            }
            // After the numbers: whoever erases takes these first too
            register.hold(ids.values());
            store.replace(person, entry.birthDate());
            custodies.add(
                    person,
                    new CustodyStore.Statement(entry.capable(), custody(entry.custody(), holders)),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            facts.recorded("PERSON_RECORDED", Map.of("person", person.value().toString()), Set.of(person));
            return Filing.FILED;
        }));
    }

    /** The identity under which the audit knows a person. */
    Optional<String> identity(PersonReference reference) {
        return register.find(reference.text()).map(id -> id.value().toString());
    }

    Optional<Shown> get(PersonReference reference) {
        return register.find(reference.text()).map(id -> shown(reference, id));
    }

    /** By the reference and the number together, so that who was first known by the number alone gets the reference. */
    private KnownPersons identify(PersonReference reference, PersonEntry entry) {
        List<PersonDetails> mentioned = new ArrayList<>();
        entry.holders().forEach(holder -> mentioned.add(holder.mention()));
        mentioned.add(reference.mention());
        Bsn bsn = entry.bsn();
        List<PersonDetails> withNumber = new ArrayList<>(mentioned);
        if (bsn != null) {
            withNumber.add(new PersonDetails(
                    new PersonRef(reference.text()),
                    HouseholdRole.OTHER,
                    Set.of(new PersonIdentifier(PersonIdentifier.BSN, bsn.value())),
                    PartialDate.UNKNOWN));
        }
        if (register.lookUp(withNumber) instanceof KnownPersons known) {
            return known;
        }
        // They are apart in the register; whether the number may move is decided by whose it is.
        return switch (register.lookUp(mentioned)) {
            case KnownPersons known -> known;
            case PersonConflict conflict -> throw new IllegalStateException("one identifier each cannot contradict");
        };
    }

    /** The organisation's own system may correct a number; it may not take somebody else's. */
    private boolean number(PersonId person, PersonEntry entry) {
        if (entry.bsn() == null) {
            return true;
        }
        PersonIdentifier number =
                new PersonIdentifier(PersonIdentifier.BSN, entry.bsn().value());
        store.lock(Set.of(number));
        store.lockPersons(Set.of(person));
        PersonId owner = store.owners(Set.of(number)).get(number);
        if (owner == null) {
            store.removeNumber(PersonIdentifier.BSN, person);
            store.addIdentifier(person, number);
        }
        return owner == null || owner.equals(person);
    }

    private static CustodyStore.@Nullable Row custody(PersonEntry.@Nullable Authority stated, List<PersonId> holders) {
        return stated == null
                ? null
                : new CustodyStore.Row(
                        stated.type(),
                        holders,
                        stated.underInvestigation(),
                        stated.source(),
                        stated.retrievedAt().truncatedTo(ChronoUnit.MICROS));
    }

    private Shown shown(PersonReference reference, PersonId id) {
        PersonStore.Row row = Objects.requireNonNull(store.rows(Set.of(id)).get(id));
        List<String> bsn = store.numbers(PersonIdentifier.BSN, Set.of(id)).getOrDefault(id, List.of());
        CustodyStore.Statement stated = custodies.latest(Set.of(id)).get(id);
        CustodyStore.Row custody = stated == null ? null : stated.custody();
        return new Shown(
                reference.text(),
                row.birthDate() == null ? null : row.birthDate().toString(),
                bsn.isEmpty() ? null : bsn.getFirst(),
                stated == null || stated.capable(),
                custody == null ? null : shown(custody));
    }

    private Shown.Authority shown(CustodyStore.Row custody) {
        Map<PersonId, PersonRef> references = register.references(custody.holders());
        return new Shown.Authority(
                custody.type(),
                custody.holders().stream()
                        .map(holder ->
                                Objects.requireNonNull(references.get(holder)).value())
                        .toList(),
                custody.underInvestigation(),
                custody.source(),
                custody.retrievedAt());
    }
}
