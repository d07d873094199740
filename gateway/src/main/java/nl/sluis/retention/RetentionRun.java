package nl.sluis.retention;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import nl.sluis.node.Dutch;
import nl.sluis.node.OneAtATime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Destroys everything that is due, batch by batch, once a day or as soon as the node runs again. Any process of the node may do
 * any batch: one that is killed leaves whole batches behind, and the next look of any other goes on.
 */
final class RetentionRun {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionRun.class);

    private final List<Perishable> perishables;
    private final Destruction destruction;
    private final RunStore runs;
    private final RetentionSettings settings;
    private final Surroundings surroundings;
    private final OneAtATime underWay = new OneAtATime();

    /**
     * What a run uses of the node.
     *
     * @param parked whether the database was put back and nobody has released it
     */
    record Surroundings(TransactionTemplate transaction, MeterRegistry metrics, Clock clock, BooleanSupplier parked) {}

    RetentionRun(
            List<Perishable> perishables,
            Destruction destruction,
            RunStore runs,
            RetentionSettings settings,
            Surroundings surroundings) {
        this.perishables = List.copyOf(perishables);
        this.destruction = destruction;
        this.runs = runs;
        this.settings = settings;
        this.surroundings = surroundings;
    }

    /** Since when a run is due that nobody has finished; empty when none is. */
    Optional<Instant> overdueSince() {
        Instant due = lastDue(surroundings.clock().instant());
        return runs.last().filter(last -> !last.isBefore(due)).isPresent() ? Optional.empty() : Optional.of(due);
    }

    /** How long the oldest run that nobody finished is overdue; zero when none is. */
    Duration overdue() {
        Instant now = surroundings.clock().instant();
        return overdueSince()
                .map(due -> Duration.between(
                        runs.last().map(last -> last.plus(Duration.ofDays(1))).orElse(due), now))
                .orElse(Duration.ZERO);
    }

    /**
     * Runs when one is due; called often, by every process. Not while the node is parked after a restore: a person compares what
     * is there with what was lost, and what is destroyed meanwhile nobody can compare.
     */
    void look() {
        underWay.run(() -> overdueSince()
                .filter(due -> !surroundings.parked().getAsBoolean())
                .ifPresent(this::run));
    }

    private void run(Instant due) {
        UUID run = UUID.randomUUID();
        long destroyed = 0;
        boolean complete = true;
        for (Perishable perishable : perishables) {
            Batches batches = destroy(perishable, run);
            destroyed += batches.destroyed();
            complete &= batches.complete();
        }
        if (complete) {
            long all = destroyed;
            surroundings
                    .transaction()
                    .executeWithoutResult(status ->
                            runs.finished(due, run, surroundings.clock().instant(), all));
            LOG.info("retention run {} is finished: {} destroyed", run, all);
        }
    }

    /** What was done of one class; not complete when another process is at work, or something stood in the way. */
    private record Batches(long destroyed, boolean complete) {}

    private Batches destroy(Perishable perishable, UUID run) {
        long destroyed = 0;
        int batch;
        do {
            try {
                batch = batch(perishable, run);
            } catch (DataAccessException e) {
                // The path went first, or one class cannot be destroyed: that must not keep the others
                LOG.warn(
                        "retention of {} is tried again: {}",
                        perishable.data(),
                        e.getClass().getSimpleName());
                return new Batches(destroyed, false);
            }
            if (batch < 0) {
                return new Batches(destroyed, false);
            }
            destroyed += batch;
        } while (batch == settings.batch());
        return new Batches(destroyed, true);
    }

    // Negative when another process of this node is at it
    private int batch(Perishable perishable, UUID run) {
        int batch = Objects.requireNonNull(surroundings
                .transaction()
                .execute(status -> destruction.claim()
                        ? destruction.batch(
                                perishable, run, settings, surroundings.clock().instant())
                        : -1));
        if (batch > 0) {
            surroundings
                    .metrics()
                    .counter("sluis.retention.destroyed", "data", perishable.data())
                    .increment(batch);
        }
        return batch;
    }

    private Instant lastDue(Instant now) {
        ZonedDateTime here = now.atZone(Dutch.ZONE);
        ZonedDateTime today =
                here.toLocalDate().atTime(LocalTime.of(settings.hour(), 0)).atZone(Dutch.ZONE);
        return (today.isAfter(here) ? today.minusDays(1) : today).toInstant();
    }
}
