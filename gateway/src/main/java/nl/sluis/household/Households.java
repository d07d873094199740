package nl.sluis.household;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.PersonRef;
import nl.sluis.household.Candidates.Candidate;
import nl.sluis.linking.Description;
import nl.sluis.seal.AtRest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Brings messages about one family together. Whether somebody is known is judged by {@link nl.sluis.linking.Match}: who is known for sure
 * brings the message to that household; where there is doubt a person decides, and nothing is merged. Everyone in one message
 * belongs to one household. When nobody carries an identity the household is that of the thread.
 */
@Component
public final class Households {

    /**
     * In a question about rows with a {@code household_id}: the key of the household as it is stored, for
     * {@link AtRest.Subject#unlockedWith}.
     */
    public static final String STORED_KEY =
            "(SELECT wrapped FROM data_key WHERE subject = '" + MemberStore.HOUSEHOLD + "' || household_id)";

    private final MemberStore store;
    private final DoubtStore doubts;
    private final MemberMoves moves;
    private final AtRest atRest;

    /** Keeps households in the node's own database. */
    public Households(JdbcClient jdbc, AtRest atRest) {
        this.store = new MemberStore(jdbc, atRest);
        this.doubts = new DoubtStore(jdbc);
        this.moves = new MemberMoves(jdbc, store);
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
        Map<Evidence, Candidates> found = find(Evidence.of(message, atRest.fingerprints()));
        Optional<UUID> ofThread = store.ofThread(message.thread());
        Map<UUID, Integer> households = count(found.values(), ofThread);
        Optional<UUID> known =
                households.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        UUID household = known.orElseGet(UUID::randomUUID);
        MemberStore.Learned learned = new MemberStore.Learned(
                household, known.isEmpty(), message.thread(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<Evidence, Optional<Candidate>> chosen = choose(found, household);
        Map<PersonRef, UUID> members = learn(found, chosen, learned);
        store.write(learned);
        List<DoubtStore.NewDoubt> doubtful = doubts(found, members, household);
        doubts.write(doubtful);
        boolean open = doubts.anyOpen(doubtful);
        boolean threadElsewhere =
                ofThread.filter(other -> !other.equals(household)).isPresent();
        return new HouseholdLink(household, members, open || threadElsewhere);
    }

    /** Who belongs to a household, in the order in which they became known. */
    public List<HouseholdMember> members(UUID household) {
        return store.members(household);
    }

    /** Which members the persons of a message are, as far as it says enough; writes nothing. */
    public Map<PersonRef, UUID> recognised(UUID household, Message message) {
        Map<PersonRef, UUID> members = new LinkedHashMap<>();
        choose(find(Evidence.of(message, atRest.fingerprints())), household)
                .forEach((evidence, one) -> one.filter(candidate -> candidate.isIn(household))
                        .ifPresent(candidate ->
                                members.put(evidence.ref(), candidate.who().member())));
        return members;
    }

    /** Encryption of what belongs to a household, with its own key: with the key goes everything that was written about it. */
    public AtRest.Subject keyOf(UUID household) {
        return store.keyOf(household);
    }

    /**
     * Whether a household is there; then nothing is linked to any household, and nothing written about this one, until the caller's
     * transaction ends.
     *
     * @throws IllegalStateException outside a transaction
     */
    public boolean claim(UUID household) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a household is erased in the transaction of its proof");
        }
        store.lock();
        return store.held(household, "UPDATE");
    }

    /**
     * Whether a household is there; then it stays until the caller's transaction ends, neither erased nor joined to another.
     *
     * @throws IllegalStateException outside a transaction
     */
    public boolean hold(UUID household) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a household is held until a transaction ends");
        }
        return store.held(household, "KEY SHARE");
    }

    /**
     * As {@link #hold}, and whoever asks for the same waits until the caller's transaction ends: for what one person does at a time. What arrives, and what
     * others record, goes on meanwhile.
     *
     * @throws IllegalStateException outside a transaction
     */
    public boolean holdAlone(UUID household) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a household is held until a transaction ends");
        }
        return store.held(household, "NO KEY UPDATE");
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

    /** What a person has to decide, or has decided to be two, about a household that became known later than the other; the most alike first. */
    public List<Doubt> doubts(UUID household) {
        return doubts.of(household);
    }

    /** What nobody decided yet; empty also when it is of another household. */
    public Optional<Doubt> openDoubt(UUID household, UUID doubt) {
        return doubts.open(household, doubt);
    }

    /** Whether a person still has to decide about a household. */
    public boolean isDoubtful(UUID household) {
        return doubts.anyOpen(household);
    }

    /** Whether a person still has to decide whether somebody of a household, the earlier or the later one, is somebody of another. */
    public boolean mayBeElsewhere(UUID household) {
        return doubts.anyOpenOnEitherSide(household);
    }

    /** That a person decided that they are two. */
    public void keepApart(Doubt doubt, Instant at) {
        doubts.keepApart(doubt.id(), at);
    }

    /**
     * That a person decided that they are one: the member becomes the candidate, and the household part of the other, after everything
     * else that refers to it was moved. Its own key is destroyed.
     *
     * @return who is involved with the other household from now on
     */
    public List<String> join(Doubt doubt, Instant at) {
        List<String> involved = List.of();
        if (!doubt.household().equals(doubt.other())) {
            involved = moves.move(doubt.household(), doubt.other(), at);
            doubts.move(doubt.household(), doubt.other());
        }
        if (!doubt.member().equals(doubt.candidate())) {
            moves.merge(doubt.member(), doubt.candidate());
        }
        doubts.settle();
        if (!doubt.household().equals(doubt.other())) {
            erase(doubt.household());
        }
        return involved;
    }

    private Map<Evidence, Candidates> find(List<Evidence> evidence) {
        Map<Evidence, Candidates> found = new LinkedHashMap<>();
        List<MemberStore.Found> members = store.having(
                evidence.stream().flatMap(each -> each.keys().stream()).toList());
        evidence.forEach(each -> found.put(each, Candidates.of(each, members)));
        return found;
    }

    /** How many persons point to each household; that of the thread counts as a candidate without a person. */
    private static Map<UUID, Integer> count(Collection<Candidates> found, Optional<UUID> ofThread) {
        // In order of discovery, the thread's first: the first of equals is chosen.
        Map<UUID, Integer> households = new LinkedHashMap<>();
        ofThread.ifPresent(household -> households.put(household, 0));
        for (Candidates candidates : found) {
            candidates.sure().stream()
                    .map(candidate -> candidate.who().household())
                    .distinct()
                    .forEach(household -> households.merge(household, 1, Integer::sum));
        }
        return households;
    }

    /** Who each person is; empty for somebody new. */
    private static Map<Evidence, Optional<Candidate>> choose(Map<Evidence, Candidates> found, UUID household) {
        Map<Evidence, Optional<Candidate>> chosen = new LinkedHashMap<>();
        Set<UUID> taken = new HashSet<>();
        found.forEach((evidence, candidates) -> {
            Optional<Candidate> one = candidates.within(household, taken);
            one.ifPresent(candidate -> taken.add(candidate.who().member()));
            chosen.put(evidence, one);
        });
        return chosen;
    }

    /** As much is done for who is known as for who is not: the sender could measure it until its receipt. */
    private Map<PersonRef, UUID> learn(
            Map<Evidence, Candidates> found, Map<Evidence, Optional<Candidate>> chosen, MemberStore.Learned learned) {
        Map<PersonRef, UUID> members = new HashMap<>();
        AtRest.Unlocked own = keyOf(learned.household()).unlocked();
        chosen.forEach((evidence, candidate) -> {
            Optional<MemberStore.Found> known = candidate.map(Candidate::who);
            boolean certain = Objects.requireNonNull(found.get(evidence)).certain();
            UUID member = known.map(MemberStore.Found::member).orElseGet(UUID::randomUUID);
            members.put(evidence.ref(), member);
            AtRest.Unlocked key = known.filter(one -> !one.household().equals(learned.household()))
                    .map(MemberStore.Found::key)
                    .orElse(own);
            byte[] name = MemberStore.sealed(key, member, evidence.displayName());
            byte[] description = MemberStore.sealed(
                    key,
                    member,
                    known.map(MemberStore.Found::description)
                            .orElse(Description.NONE)
                            .updatedBy(evidence.description()));
            if (known.isEmpty()) {
                learned.members().add(new MemberStore.NewMember(member, name, description));
            } else if (certain) {
                learned.described().add(new MemberStore.NewDescription(member, description));
            }
            // With more than one candidate it is not certain who this is: nothing is learned from it.
            if (known.isEmpty() || certain) {
                evidence.keys().forEach(each -> learned.keys().add(new MemberStore.NewKey(member, each)));
            }
        });
        return members;
    }

    /** What a person has to decide: who of another household may be meant, and who is of another household. */
    private static List<DoubtStore.NewDoubt> doubts(
            Map<Evidence, Candidates> found, Map<PersonRef, UUID> members, UUID household) {
        List<DoubtStore.NewDoubt> doubts = new ArrayList<>();
        found.forEach((evidence, candidates) -> {
            UUID member = Objects.requireNonNull(members.get(evidence.ref()));
            Stream.concat(
                            candidates.doubtfulElsewhere(household).stream(),
                            candidates.sure().stream().filter(one -> !one.isIn(household)))
                    .forEach(one -> doubts.add(new DoubtStore.NewDoubt(
                            household, member, one.who().household(), one.who().member(), one.match())));
        });
        return doubts;
    }
}
