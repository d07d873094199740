package nl.sluis.measure;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.sluis.custody.FactLog;
import nl.sluis.custody.KnownPersons;
import nl.sluis.custody.PersonId;
import nl.sluis.custody.PersonRegister;
import nl.sluis.policy.Measure;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Measures of child protection that this organisation was told of. What is not on record is unknown, and an unknown measure permits
 * nothing. Every method joins the caller's transaction.
 */
@Service
public final class MeasureRegister {

    private final MeasureStore store;
    private final PersonRegister persons;
    private final Clock clock;
    private final FactLog facts;
    private final TransactionTemplate transactions;

    MeasureRegister(
            MeasureStore store, PersonRegister persons, Clock clock, FactLog facts, TransactionTemplate transactions) {
        this.store = store;
        this.persons = persons;
        this.clock = clock;
        this.facts = facts;
        this.transactions = transactions;
    }

    /** What is on record about the persons of a question, also what has ended: the rules tell ended from never. */
    public List<Measure> concerning(KnownPersons known) {
        List<RecordedMeasure> recorded = store.about(new HashSet<>(known.ids().values()));
        List<Measure> measures = new ArrayList<>();
        // Somebody who is mentioned twice is under the measure by either reference
        known.ids()
                .forEach((ref, id) -> recorded.stream()
                        .filter(measure -> measure.subject().equals(id))
                        .forEach(measure -> measures.add(measure.of(ref))));
        return measures;
    }

    /**
     * Records a measure; its identity. What is on record already is not recorded again: an ending would leave the other running.
     * Empty when another of this type is on record for the same person and one of the same days.
     */
    Optional<UUID> record(MeasureEntry entry) {
        return inTransaction(() -> {
            PersonId subject = persons.idOf(entry.subject().text());
            store.lock(subject);
            persons.hold(Set.of(subject));
            List<RecordedMeasure> before = store.about(Set.of(subject));
            Optional<RecordedMeasure> same =
                    before.stream().filter(measure -> measure.says(entry)).findFirst();
            if (same.isPresent() || before.stream().anyMatch(measure -> measure.overlaps(entry))) {
                return same.map(RecordedMeasure::id);
            }
            UUID id = UUID.randomUUID();
            store.add(id, subject, entry, now());
            facts.recorded(
                    "MEASURE_RECORDED",
                    Map.of("measure", id.toString(), "type", entry.type().name()),
                    Set.of(subject));
            return Optional.of(id);
        });
    }

    /** Records that it ends; false when the ending that was read against it no longer fits, since another came before. */
    boolean end(RecordedMeasure seen, MeasureEntry.Ending ending) {
        return inTransaction(() -> {
            store.lock(seen.subject());
            RecordedMeasure current = store.find(seen.id()).orElseThrow();
            if (!Objects.equals(current.lastDay(), seen.lastDay())) {
                return false;
            }
            if (!ending.lastDay().equals(current.lastDay())) {
                store.end(current, ending, now());
                facts.recorded("MEASURE_ENDED", Map.of("measure", seen.id().toString()), Set.of(seen.subject()));
            }
            return true;
        });
    }

    Optional<RecordedMeasure> find(String id) {
        try {
            return store.find(UUID.fromString(id))
                    .filter(found -> found.id().toString().equals(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** All about somebody, oldest first; none of who is not known. */
    List<RecordedMeasure> about(String subject) {
        return persons.find(subject).map(id -> store.about(Set.of(id))).orElse(List.of());
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
