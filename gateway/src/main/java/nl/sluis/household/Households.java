package nl.sluis.household;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
        List<Evidence> evidence = Evidence.of(message, atRest);
        Map<Evidence, List<MemberStore.Found>> found = find(evidence);
        Map<UUID, Integer> candidates = count(found.values(), store.ofThread(message.thread()));
        Optional<UUID> known =
                candidates.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        UUID household = known.orElseGet(UUID::randomUUID);
        Map<PersonRef, UUID> members = new HashMap<>();
        MemberStore.Learned learned = new MemberStore.Learned(
                household, known.isEmpty(), message.thread(), new ArrayList<>(), new ArrayList<>());
        learn(found, members, learned);
        store.write(learned);
        return new HouseholdLink(household, members, candidates.size() > 1);
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

    private Map<Evidence, List<MemberStore.Found>> find(List<Evidence> evidence) {
        Map<ByteBuffer, List<MemberStore.Found>> all = store.with(evidence.stream()
                .flatMap(each -> Stream.concat(each.bsns().stream(), each.names().stream()))
                .toList());
        Map<Evidence, List<MemberStore.Found>> found = new LinkedHashMap<>();
        evidence.forEach(each -> found.put(each, matches(each, all)));
        return found;
    }

    private static List<MemberStore.Found> matches(Evidence evidence, Map<ByteBuffer, List<MemberStore.Found>> all) {
        List<MemberStore.Found> byBsn = of(evidence.bsns(), all).toList();
        // By name not those whose number is known, when the one who is sought has another number: these are two people
        return byBsn.isEmpty()
                ? of(evidence.names(), all)
                        .filter(member -> evidence.bsns().isEmpty() || !member.numbered())
                        .toList()
                : byBsn;
    }

    private static Stream<MemberStore.Found> of(
            List<byte[]> fingerprints, Map<ByteBuffer, List<MemberStore.Found>> all) {
        return fingerprints.stream()
                .flatMap(fingerprint -> all.getOrDefault(ByteBuffer.wrap(fingerprint), List.of()).stream())
                .distinct();
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

    /** Who each person is. As much is done for who is known as for who is not: the sender could measure it until its receipt. */
    private void learn(
            Map<Evidence, List<MemberStore.Found>> found, Map<PersonRef, UUID> members, MemberStore.Learned learned) {
        AtRest.Subject key = keyOf(learned.household());
        found.forEach((evidence, candidates) -> {
            Optional<UUID> known = choose(candidates, learned.household(), members.values());
            UUID member = known.orElseGet(UUID::randomUUID);
            members.put(evidence.ref(), member);
            byte[] name = MemberStore.sealed(key, member, evidence.displayName());
            if (known.isEmpty()) {
                learned.members().add(new MemberStore.NewMember(member, name));
            }
            // With more than one candidate it is not certain who this is: nothing is learned from it.
            if (known.isEmpty() || candidates.size() == 1) {
                evidence.bsns().forEach(bsn -> learned.keys().add(new MemberStore.NewKey(member, "BSN", bsn)));
                evidence.names()
                        .forEach(fingerprint ->
                                learned.keys().add(new MemberStore.NewKey(member, "NAME_AND_BIRTH_DATE", fingerprint)));
            }
        });
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
