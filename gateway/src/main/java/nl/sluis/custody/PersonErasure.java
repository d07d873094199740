package nl.sluis.custody;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.node.ErasureReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases who a person is: their numbers, birth date and custody, and the key with which backups of it were encrypted. What was recorded about
 * them and no longer counts (ended consents, decisions, the audit) stays under an identity that nobody can lead back to them. Who is named by the same
 * number afterwards is somebody new of whom nothing is known; so nobody is erased while anything that was recorded about them still counts.
 */
@Component
final class PersonErasure {

    private final PersonStore store;
    private final CustodyStore custodies;
    private final PersonSeal seal;
    private final List<PersonClaim> claims;
    private final FactLog facts;
    private final TransactionTemplate transactions;

    PersonErasure(
            PersonStore store,
            CustodyStore custodies,
            PersonSeal seal,
            List<PersonClaim> claims,
            FactLog facts,
            TransactionTemplate transactions) {
        this.store = store;
        this.custodies = custodies;
        this.seal = seal;
        this.claims = List.copyOf(claims);
        this.facts = facts;
        this.transactions = transactions;
    }

    /** How it ended. */
    sealed interface Outcome {
        /** Nobody is registered by this number. */
        record NotThere() implements Outcome {}

        /** Something still counts: what, as codes. */
        record StillNeeded(Set<String> codes) implements Outcome {}

        /** They are erased, with its proof in the audit. */
        record Erased() implements Outcome {}
    }

    Outcome erase(PersonReference reference, ErasureReason reason) {
        return Objects.requireNonNull(transactions.execute(status -> {
            store.lock(Set.of(reference.identifier()));
            PersonId person = store.owners(Set.of(reference.identifier())).get(reference.identifier());
            return person == null ? new Outcome.NotThere() : erase(person, reason);
        }));
    }

    private Outcome erase(PersonId person, ErasureReason reason) {
        store.claim(person);
        Set<String> codes = new TreeSet<>();
        claims.forEach(claim -> claim.on(person).ifPresent(codes::add));
        if (!codes.isEmpty()) {
            return new Outcome.StillNeeded(codes);
        }
        store.erase(person);
        custodies.erase(person);
        seal.destroyKeyOf(person);
        facts.recorded(
                "PERSON_ERASED", Map.of("person", person.value().toString(), "reason", reason.name()), Set.of(person));
        return new Outcome.Erased();
    }
}
