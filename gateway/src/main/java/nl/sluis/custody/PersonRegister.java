package nl.sluis.custody;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonRef;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The persons that this organisation knows. Two mentions with one identifier in common are the same person; a citizen service
 * number that fails the 11-test identifies nobody. Every method joins the caller's transaction. Two calls in one transaction
 * that both register people may wait for another such transaction in turn: look everybody up in one call.
 */
@Service
public final class PersonRegister {

    private final PersonStore store;
    private final Enrolment enrolment;
    private final Question question;
    private final TransactionTemplate transactions;

    PersonRegister(PersonStore store, Enrolment enrolment, Question question, TransactionTemplate transactions) {
        this.store = store;
        this.enrolment = enrolment;
        this.question = question;
        this.transactions = transactions;
    }

    /**
     * Finds the persons who are mentioned, registers who is new, and tells what is known of them and of the holders of
     * authority over them. A mention without identifiers is somebody new for this question only. A birth date that the
     * register lacks is taken over; one that contradicts it makes the date unknown in this question, and the register's stays.
     */
    public PersonLookup lookUp(Collection<PersonDetails> mentioned) {
        return inTransaction(() -> {
            Enrolment.Enrolled enrolled = enrolment.enrol(Mention.group(mentioned));
            return enrolled.contradicting().isEmpty()
                    ? question.about(enrolled.persons())
                    : new PersonConflict(enrolled.contradicting());
        });
    }

    /**
     * The person of a reference in this node's own APIs; somebody new is registered.
     *
     * @throws IllegalArgumentException when it is no {@link PersonReference}
     */
    public PersonId idOf(String reference) {
        PersonReference asked = new PersonReference(reference);
        return Objects.requireNonNull(idsOf(List.of(asked)).get(asked));
    }

    /** The persons of references, in one call; who is new is registered. */
    public Map<PersonReference, PersonId> idsOf(Collection<PersonReference> references) {
        return inTransaction(() -> {
            // One identifier each: they cannot contradict.
            Map<Mention, PersonId> persons = enrolment
                    .enrol(Mention.group(
                            references.stream().map(PersonReference::mention).toList()))
                    .persons();
            Map<PersonReference, PersonId> ids = new LinkedHashMap<>();
            persons.forEach((mention, id) ->
                    mention.refs().forEach(ref -> ids.put(new PersonReference(ref.value()), id)));
            return ids;
        });
    }

    /** The person of a reference; empty when nobody is registered by it, or it is no reference. */
    public Optional<PersonId> find(String reference) {
        PersonIdentifier identifier;
        try {
            identifier = new PersonReference(reference).identifier();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(store.owners(Set.of(identifier)).get(identifier));
    }

    /**
     * Keeps these persons from being erased until the caller's transaction ends: for whoever records something about them.
     *
     * @throws ConcurrencyFailureException when one was erased since they were looked up; who asks again finds somebody new
     */
    public void hold(Collection<PersonId> ids) {
        if (!store.hold(ids)) {
            throw new ConcurrencyFailureException("a person was erased at this moment");
        }
    }

    /** The citizen service numbers of persons; absent of who has none on record. */
    public Map<PersonId, PersonIdentifier> citizenNumbers(Collection<PersonId> ids) {
        Map<PersonId, PersonIdentifier> numbers = new LinkedHashMap<>();
        store.numbers(PersonIdentifier.BSN, ids)
                .forEach(
                        (id, values) -> numbers.put(id, new PersonIdentifier(PersonIdentifier.BSN, values.getFirst())));
        return numbers;
    }

    /** Who is registered by these numbers; registers nobody. */
    public Map<PersonIdentifier, PersonId> registered(Collection<PersonIdentifier> numbers) {
        return store.owners(numbers);
    }

    /** How to name persons in an answer to the organisation's own systems: its own number, else {@code person-} and an id. */
    public Map<PersonId, PersonRef> references(Collection<PersonId> ids) {
        Map<PersonId, PersonRef> references = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return references;
        }
        Map<PersonId, List<String>> numbers = store.numbers(PersonIdentifier.LOCAL, ids);
        for (PersonId id : ids) {
            List<String> own = numbers.getOrDefault(id, List.of());
            references.put(id, new PersonRef(own.isEmpty() ? "person-" + id.value() : own.getFirst()));
        }
        return references;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
