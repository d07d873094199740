package nl.sluis.custody;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.audit.AuditedFacts;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.node.Dutch;
import nl.sluis.node.ErasureReason;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases who a person is: their numbers, birth date and custody, and the key with which backups of it were encrypted. Who is named by the same number
 * afterwards is somebody new of whom nothing is known; so nobody is erased while anything is on record by which less may be
 * shared about them, or that proves what was. Over whom they hold authority stays: that somebody unknown holds it is no reason to ask nobody.
 */
@Component
final class PersonErasure {

    private static final String CANNOT_DECIDE = "CANNOT_DECIDE";
    private static final String MINOR = "MINOR";
    private static final int OF_AGE = 18;

    private final PersonStore store;
    private final CustodyStore custodies;
    private final List<PersonClaim> claims;
    private final FactLog facts;
    private final Clock clock;
    private final TransactionTemplate transactions;

    PersonErasure(
            PersonStore store,
            CustodyStore custodies,
            List<PersonClaim> claims,
            FactLog facts,
            Clock clock,
            TransactionTemplate transactions) {
        this.store = store;
        this.custodies = custodies;
        this.claims = List.copyOf(claims);
        this.facts = facts;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** How it ended. */
    sealed interface Outcome {
        /** Nobody is registered by this number. */
        record NotThere() implements Outcome {}

        /** Something is in the way: what, as codes. */
        record StillNeeded(Set<String> codes) implements Outcome {}

        /** They are erased, with its proof in the audit. */
        record Erased() implements Outcome {}
    }

    Outcome erase(PersonReference reference, ErasureReason reason) {
        return Objects.requireNonNull(transactions.execute(status -> {
            // In the order of whoever registers people: first the numbers, all of them, then the person
            PersonId before = store.owners(Set.of(reference.identifier())).get(reference.identifier());
            if (before == null) {
                return new Outcome.NotThere();
            }
            Set<PersonIdentifier> locked = Set.copyOf(store.identifiers(before));
            store.lock(locked);
            PersonId person = store.owners(Set.of(reference.identifier())).get(reference.identifier());
            if (!before.equals(person)) {
                return new Outcome.NotThere();
            }
            store.claim(before);
            if (!locked.equals(Set.copyOf(store.identifiers(before)))) {
                throw new ConcurrencyFailureException("a person got another number at this moment");
            }
            return erase(before, reason);
        }));
    }

    private Outcome erase(PersonId person, ErasureReason reason) {
        Set<String> codes = new TreeSet<>();
        claims.forEach(claim -> claim.on(person).ifPresent(codes::add));
        CustodyStore.Statement stated = custodies.latest(Set.of(person)).get(person);
        if (stated != null && !stated.capable()) {
            codes.add(CANNOT_DECIDE);
        }
        if (mayBeMinor(person)) {
            codes.add(MINOR);
        }
        if (!codes.isEmpty()) {
            return new Outcome.StillNeeded(codes);
        }
        custodies.erase(person);
        store.erase(person, clock.instant());
        facts.recorded(
                RegisteredPersons.ERASED,
                Map.of(
                        "person",
                        person.value().toString(),
                        "reason",
                        reason.name(),
                        AuditedFacts.MARK,
                        store.mark(person)),
                Set.of(person));
        return new Outcome.Erased();
    }

    // Whoever is named by the same number afterwards is as old as a message says: nobody could contradict it
    private boolean mayBeMinor(PersonId person) {
        PersonStore.Row row = store.rows(Set.of(person)).get(person);
        return row != null
                && row.birthDate() != null
                && row.birthDate().latest().plusYears(OF_AGE).isAfter(Dutch.day(clock.instant()));
    }
}
