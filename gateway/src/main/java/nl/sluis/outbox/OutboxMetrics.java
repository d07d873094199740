package nl.sluis.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures of the queue, all of this node and the same in each of its processes. No figure is of a person or a household. */
@Component
final class OutboxMetrics implements MeterBinder {

    private static final List<String> STATES = List.of("QUEUED", "HOLD", "REVIEW");
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private Figures last = new Figures(Instant.EPOCH, Map.of(), Map.of());

    OutboxMetrics(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Of one moment.
     *
     * @param waiting number by state
     * @param oldest age of the oldest by state, seconds
     */
    private record Figures(Instant at, Map<String, Long> waiting, Map<String, Double> oldest) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String state : STATES) {
            gauge(
                            "sluis.outbox.waiting",
                            "Waiting at this node",
                            () -> figures().waiting().getOrDefault(state, 0L))
                    .tag("state", state)
                    .register(registry);
            gauge(
                            "sluis.outbox.oldest",
                            "Age of the oldest that waits",
                            () -> figures().oldest().getOrDefault(state, 0.0))
                    .tag("state", state)
                    .baseUnit("seconds")
                    .register(registry);
        }
        gauge("sluis.outbox.alarms", "Messages for which somebody must call", () -> count("alarm IS NOT NULL"))
                .register(registry);
        gauge(
                        "sluis.outbox.undelivered",
                        "Messages that did not arrive and that nobody has closed",
                        () -> count("ended_at IS NOT NULL"))
                .register(registry);
    }

    private static Gauge.Builder<Supplier<Number>> gauge(String name, String description, Supplier<Number> value) {
        return Gauge.builder(name, value).description(description);
    }

    private long count(String which) {
        return jdbc.sql("SELECT count(*) FROM outgoing WHERE (ended_at IS NOT NULL OR alarm IS NOT NULL)"
                        + " AND closed_at IS NULL AND " + which)
                .query(Long.class)
                .single();
    }

    // One look at the table for all figures of one reading
    private synchronized Figures figures() {
        Instant now = clock.instant();
        if (last.at().plus(FRESH).isBefore(now)) {
            record Row(String state, long count, Instant oldest) {}
            List<Row> rows = jdbc.sql("SELECT state, count(*), min(created_at) FROM outgoing WHERE state IN"
                            + " ('QUEUED', 'HOLD', 'REVIEW') GROUP BY state")
                    .query((row, i) -> new Row(
                            row.getString(1),
                            row.getLong(2),
                            row.getTimestamp(3).toInstant()))
                    .list();
            last = new Figures(
                    now,
                    rows.stream().collect(Collectors.toMap(Row::state, Row::count)),
                    rows.stream()
                            .collect(Collectors.toMap(
                                    Row::state,
                                    row -> Duration.between(row.oldest(), now).toMillis() / 1000.0)));
        }
        return last;
    }
}
