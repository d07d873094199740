package nl.sluis.submit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.sluis.access.CurrentCaller;
import nl.sluis.canonical.MessageId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The reports that a person sent on the pages, and what became of them, for that person alone. A message's answer says nothing of who sent it, so it is noted
 * here.
 */
@Component
public final class PersonReports {

    /** The most that are shown. */
    public static final int SHOWN = 25;

    private final JdbcClient jdbc;
    private final OwnMessages messages;
    private final Clock clock;

    PersonReports(JdbcClient jdbc, OwnMessages messages, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A report of the person who asks.
     *
     * @param at when it was sent
     * @param answer as {@code GET /v1/messages/{id}} gives it
     */
    public record Mine(Instant at, JsonNode answer) {}

    private record Row(UUID message, Instant at) {}

    /** Notes that the person who calls sent it; again is the same, and a system is nobody. */
    public void note(MessageId id) {
        CurrentCaller.person()
                .ifPresent(person -> jdbc.sql(
                                "INSERT INTO person_report (message, person, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(id.value(), person, Timestamp.from(clock.instant()))
                        .update());
    }

    /** Those of the person who calls, the newest first, at most {@link #SHOWN}; none of a system. */
    public List<Mine> latest(Locale language) {
        return CurrentCaller.person().stream()
                .flatMap(person -> rows(person).stream())
                .flatMap(row -> messages.find(new MessageId(row.message()), language).stream()
                        .map(answer -> new Mine(row.at(), answer)))
                .toList();
    }

    private List<Row> rows(String person) {
        return jdbc.sql("SELECT message, created_at FROM person_report WHERE person = ?"
                        + " ORDER BY created_at DESC, message LIMIT ?")
                .params(person, SHOWN)
                .query((row, i) -> new Row(
                        row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
                .list();
    }
}
