package nl.sluis.custody;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.CustodyType;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonRef;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Custody of persons who are registered already, for whoever asked a register by their number. It is recorded as the organisation's own
 * system would state it; birth date and capability stay as they were.
 */
@Service
public final class StatedCustody {

    private final PersonStore store;
    private final CustodyStore custodies;
    private final PersonRegister register;
    private final Clock clock;
    private final FactLog facts;
    private final TransactionTemplate transactions;

    StatedCustody(
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

    /**
     * Somebody of whom a register can be asked.
     *
     * @param number null when none is on record
     * @param stated which statement was the latest when this was found; zero for none
     */
    public record Subject(PersonId id, @Nullable Bsn number, long stated) {}

    /**
     * What a register said.
     *
     * @param holders their numbers, each another one and none of them the person's own: a number is of one person
     * @param source which register
     * @param retrievedAt when it said so
     */
    public record Word(
            CustodyType type, List<Bsn> holders, boolean underInvestigation, String source, Instant retrievedAt) {

        /** As it was given. */
        public Word {
            holders = List.copyOf(holders);
        }
    }

    /** What became of it. */
    public sealed interface Recording {

        /** It is on record. */
        record Recorded(List<PersonRef> holders) implements Recording {
            public Recorded {
                holders = List.copyOf(holders);
            }
        }

        /** The number that was asked for is not this person's any more; nothing was recorded. */
        record NumberChanged() implements Recording {}

        /** Somebody stated this person's custody or number anew meanwhile, who may know better; nothing was recorded. */
        record StatedMeanwhile() implements Recording {}
    }

    /** The person of a reference that stood in an address; empty when there is none. */
    public Optional<Subject> find(String ref) {
        return PersonReference.inAddress(ref)
                .flatMap(reference -> register.find(reference.text()))
                .map(id -> new Subject(
                        id,
                        Optional.ofNullable(register.citizenNumbers(Set.of(id)).get(id))
                                .map(number -> new Bsn(number.value()))
                                .orElse(null),
                        custodies.latestOf(id)));
    }

    /**
     * Records what a register said of a person. Joins the caller's transaction; when nothing was recorded, that is to be rolled back.
     *
     * @param subject as it was found before the register was asked
     * @param asked the number by which it was asked
     */
    public Recording record(Subject subject, Bsn asked, Word word) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Recording recording = recorded(subject, asked, word);
            if (!(recording instanceof Recording.Recorded)) {
                status.setRollbackOnly();
            }
            return recording;
        }));
    }

    private Recording recorded(Subject subject, Bsn asked, Word word) {
        PersonId person = subject.id();
        List<PersonReference> holders =
                word.holders().stream().map(StatedCustody::reference).toList();
        Set<PersonReference> everybody = new LinkedHashSet<>(holders);
        everybody.add(reference(asked));
        Map<PersonReference, PersonId> ids = register.idsOf(everybody);
        // Its number may have been corrected while the register was asked
        if (!person.equals(ids.get(reference(asked)))) {
            return new Recording.NumberChanged();
        }
        List<PersonId> found = holders.stream()
                .map(holder -> Objects.requireNonNull(ids.get(holder)))
                .toList();
        // Capability is carried over: nobody may state another one meanwhile
        store.claim(person);
        if (!Optional.of(person).equals(owner(asked))) {
            return new Recording.NumberChanged();
        }
        if (custodies.latestOf(person) != subject.stated()) {
            return new Recording.StatedMeanwhile();
        }
        register.hold(ids.values());
        custodies.add(person, new CustodyStore.Statement(capable(person), row(word, found)), micros(clock.instant()));
        facts.recorded("PERSON_RECORDED", Map.of("person", person.value().toString()), Set.of(person));
        Map<PersonId, PersonRef> references = register.references(found);
        return new Recording.Recorded(found.stream()
                .map(holder -> Objects.requireNonNull(references.get(holder)))
                .toList());
    }

    private static PersonReference reference(Bsn number) {
        return new PersonReference("bsn:" + number.value());
    }

    private Optional<PersonId> owner(Bsn number) {
        PersonIdentifier identifier = reference(number).identifier();
        return Optional.ofNullable(store.owners(Set.of(identifier)).get(identifier));
    }

    private boolean capable(PersonId person) {
        CustodyStore.Statement stated = custodies.latest(Set.of(person)).get(person);
        return stated == null || stated.capable();
    }

    private static CustodyStore.Row row(Word word, List<PersonId> holders) {
        return new CustodyStore.Row(
                word.type(), holders, word.underInvestigation(), word.source(), micros(word.retrievedAt()));
    }

    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
