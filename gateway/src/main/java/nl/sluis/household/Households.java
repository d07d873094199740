package nl.sluis.household;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.PersonRef;
import nl.sluis.seal.AtRest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Brings messages about one family together. Members are found by their citizen service number, else by equal family name and
 * birth date; never by less. Everyone in one message belongs to one household. When nobody carries an identity the household is
 * that of the thread.
 */
@Component
public final class Households {

    private final MemberStore store;
    private final AtRest atRest;

    /** Keeps households in the node's own database. */
    public Households(JdbcClient jdbc, AtRest atRest) {
        this.store = new MemberStore(jdbc, atRest);
        this.atRest = atRest;
    }

    /**
     * Finds the household of a message, or makes one, in the caller's transaction.
     *
     * @throws IllegalStateException outside a transaction
     */
    public HouseholdLink link(Message message) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a household is linked in the transaction of the item");
        }
        store.lock();
        Map<Evidence, List<MemberStore.Found>> found = new LinkedHashMap<>();
        Evidence.of(message, atRest).forEach(evidence -> found.put(evidence, find(evidence)));
        Optional<UUID> ofThread = store.ofThread(message.thread());
        Map<UUID, Integer> candidates = count(found.values(), ofThread);
        UUID household = candidates.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseGet(store::addHousehold);
        store.addThread(message.thread(), household);
        return new HouseholdLink(household, members(found, household), candidates.size() > 1);
    }

    /** Who belongs to a household, in the order in which they became known. */
    public List<HouseholdMember> members(UUID household) {
        return store.members(household);
    }

    /** Encryption of what belongs to a household, with its own key: with the key goes everything that was written about it. */
    public AtRest.Subject keyOf(UUID household) {
        return store.keyOf(household);
    }

    /**
     * Whether a household is there; then nothing is linked to any household until the caller's transaction ends.
     *
     * @throws IllegalStateException outside a transaction
     */
    public boolean claim(UUID household) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a household is erased in the transaction of its proof");
        }
        store.lock();
        return store.exists(household);
    }

    /**
     * Erases a household that was claimed, with its own key, after everything that refers to it was deleted. A later message about the same
     * people begins a new one.
     *
     * @return how many members it had
     */
    public int erase(UUID household) {
        keyOf(household).destroy();
        return store.delete(household);
    }

    private List<MemberStore.Found> find(Evidence evidence) {
        List<MemberStore.Found> byBsn = evidence.bsns().stream()
                .flatMap(bsn -> store.withBsn(bsn).stream())
                .distinct()
                .toList();
        return byBsn.isEmpty()
                ? evidence.names().stream()
                        .flatMap(name -> store.withName(name, !evidence.bsns().isEmpty()).stream())
                        .distinct()
                        .toList()
                : byBsn;
    }

    /** How many persons point to each household; that of the thread counts as a candidate without a person. */
    private static Map<UUID, Integer> count(Collection<List<MemberStore.Found>> found, Optional<UUID> ofThread) {
        // In order of discovery, the thread's first: the first of equals is chosen.
        Map<UUID, Integer> candidates = new LinkedHashMap<>();
        ofThread.ifPresent(household -> candidates.put(household, 0));
        for (List<MemberStore.Found> ofPerson : found) {
            ofPerson.stream()
                    .map(MemberStore.Found::household)
                    .distinct()
                    .forEach(household -> candidates.merge(household, 1, Integer::sum));
        }
        return candidates;
    }

    private Map<PersonRef, UUID> members(Map<Evidence, List<MemberStore.Found>> found, UUID household) {
        Map<PersonRef, UUID> members = new HashMap<>();
        found.forEach((evidence, candidates) -> {
            Optional<UUID> known = choose(candidates, household, members.values());
            UUID member = known.orElseGet(() -> store.addMember(household, evidence.displayName()));
            members.put(evidence.ref(), member);
            // With more than one candidate it is not certain who this is: nothing is learned from it.
            if (known.isEmpty() || candidates.size() == 1) {
                evidence.bsns().forEach(bsn -> store.addKey(member, "BSN", bsn));
                evidence.names().forEach(name -> store.addKey(member, "NAME_AND_BIRTH_DATE", name));
            }
        });
        return members;
    }

    /** Two persons of one message are two members: twins share family name and birth date. */
    private static Optional<UUID> choose(List<MemberStore.Found> candidates, UUID household, Collection<UUID> taken) {
        List<MemberStore.Found> free = new ArrayList<>(candidates);
        free.removeIf(candidate -> taken.contains(candidate.member()));
        return free.stream()
                .filter(candidate -> candidate.household().equals(household))
                .findFirst()
                .or(() -> free.stream().findFirst())
                .map(MemberStore.Found::member);
    }
}
