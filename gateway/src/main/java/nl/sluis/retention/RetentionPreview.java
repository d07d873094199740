package nl.sluis.retention;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What would be destroyed when, for an operator; changes nothing. */
public final class RetentionPreview {

    private static final Duration SOON = Duration.ofDays(7);

    private final JdbcClient jdbc;

    /** Looks at the database of one node. */
    public RetentionPreview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One class of data.
     *
     * @param before what ended earlier is due
     * @param due how many are due now
     * @param soon how many more will be within seven days
     */
    public record Line(String data, String rule, String term, Instant before, long due, long soon) {}

    /** Of each class. */
    public List<Line> of(List<Perishable> perishables, RetentionSettings settings, Instant now) {
        return perishables.stream()
                .map(perishable -> {
                    long due = count(perishable, settings, now);
                    return new Line(
                            perishable.data(),
                            perishable.rule(),
                            perishable.term().length(settings).toString(),
                            settings.before(perishable.term(), now),
                            due,
                            count(perishable, settings, now.plus(SOON)) - due);
                })
                .toList();
    }

    private long count(Perishable perishable, RetentionSettings settings, Instant now) {
        return jdbc.sql(perishable.count())
                .param("before", Timestamp.from(settings.before(perishable.term(), now)))
                .query(Long.class)
                .single();
    }
}
