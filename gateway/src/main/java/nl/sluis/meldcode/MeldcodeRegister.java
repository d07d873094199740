package nl.sluis.meldcode;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.sluis.audit.AuditedFacts;
import nl.sluis.canonical.PersonRef;
import nl.sluis.custody.FactLog;
import nl.sluis.custody.KnownPersons;
import nl.sluis.custody.PersonId;
import nl.sluis.custody.PersonReference;
import nl.sluis.custody.PersonRegister;
import nl.sluis.node.ErasureReason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Meldcode cases (Besluit verplichte meldcode art. 2). Every method joins the caller's transaction. */
@Service
public final class MeldcodeRegister {

    private final MeldcodeStore store;
    private final PersonRegister persons;
    private final Clock clock;
    private final FactLog facts;
    private final TransactionTemplate transactions;

    MeldcodeRegister(
            MeldcodeStore store, PersonRegister persons, Clock clock, FactLog facts, TransactionTemplate transactions) {
        this.store = store;
        this.persons = persons;
        this.clock = clock;
        this.facts = facts;
        this.transactions = transactions;
    }

    /**
     * A case for a question, when one of the question's persons is a subject of it.
     *
     * @param caseId any text; what is no case is empty
     */
    public Optional<MeldcodeFacts> find(String caseId, KnownPersons known) {
        return find(caseId, known, known.ids().keySet());
    }

    /**
     * The same for a question about some of its persons: a case about a brother who is only mentioned does not count.
     *
     * @param about references of those whom the question is about
     */
    public Optional<MeldcodeFacts> find(String caseId, KnownPersons known, Set<PersonRef> about) {
        Set<PersonId> asked = new HashSet<>();
        about.forEach(ref -> Optional.ofNullable(known.ids().get(ref)).ifPresent(asked::add));
        return find(caseId)
                .filter(meldcode -> meldcode.subjects().stream().anyMatch(asked::contains))
                .map(meldcode -> new MeldcodeFacts(meldcode.asRecord(), meldcode.informing(known)));
    }

    Optional<MeldcodeCase> find(String caseId) {
        try {
            return store.find(UUID.fromString(caseId))
                    .filter(found -> found.id().toString().equals(caseId));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Opens a case; its identity. */
    UUID open(Set<PersonReference> subjects, MeldcodeEvent.Opened opened) {
        return inTransaction(() -> {
            UUID id = UUID.randomUUID();
            Set<PersonId> about = new HashSet<>(persons.idsOf(subjects).values());
            persons.hold(about);
            store.open(id, about, now());
            add(id, about, opened);
            return id;
        });
    }

    /** Records an event; what is on record already is not recorded again. */
    void record(MeldcodeCase found, MeldcodeEvent event) {
        inTransaction(() -> {
            store.lock(found.id());
            MeldcodeCase current = store.find(found.id()).orElseThrow();
            if (!current.says(event)) {
                add(found.id(), found.subjects(), event);
            }
            return found.id();
        });
    }

    /**
     * Erases a case, with its proof in the audit. What still waits about its subjects is decided about again.
     *
     * @return false when there is no such case
     */
    boolean erase(String caseId, ErasureReason reason) {
        return inTransaction(() -> {
            Optional<MeldcodeCase> found = find(caseId);
            found.ifPresent(erased -> {
                store.lock(erased.id());
                store.erase(erased.id());
                facts.recorded(
                        MeldcodeStore.ERASED,
                        Map.of(
                                "case",
                                erased.id().toString(),
                                "reason",
                                reason.name(),
                                AuditedFacts.MARK,
                                store.mark(erased.id().toString())),
                        erased.subjects());
            });
            return found.isPresent();
        });
    }

    private void add(UUID id, Set<PersonId> about, MeldcodeEvent event) {
        store.add(id, event, now());
        Map<String, String> detail = new HashMap<>(Map.of("case", id.toString()));
        step(event).ifPresent(step -> detail.put("step", step));
        facts.recorded("MELDCODE_" + MeldcodeStore.kind(event), detail, about);
    }

    private static Optional<String> step(MeldcodeEvent event) {
        return switch (event) {
            case MeldcodeEvent.StepTaken taken -> Optional.of(Integer.toString(taken.step()));
            case MeldcodeEvent.StepSkipped skipped -> Optional.of(Integer.toString(skipped.step()));
            default -> Optional.empty();
        };
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
