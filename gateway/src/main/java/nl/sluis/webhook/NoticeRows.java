package nl.sluis.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notices that wait and those that were given up. Works in the caller's transaction. */
final class NoticeRows {

    /** Put into the channel again when nobody took it up in that time. */
    private static final Duration NET = Duration.ofMinutes(2);

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;

    NoticeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Notice notice) {
        jdbc.sql("INSERT INTO webhook_notice (id, subscription, type, item, at, due_at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        notice.id(),
                        notice.subscription(),
                        notice.type().name(),
                        notice.item(),
                        utc(notice.at()),
                        utc(notice.at().plus(NET)))
                .update();
    }

    /** One that waits, held until the transaction ends; empty when it does not, or another process has it. */
    Optional<Notice> locked(UUID id, String subscription) {
        return jdbc.sql("SELECT * FROM webhook_notice WHERE id = ? AND subscription = ? AND due_at IS NOT NULL"
                        + " FOR UPDATE SKIP LOCKED")
                .params(id, subscription)
                .query(NoticeRows::notice)
                .optional();
    }

    /** Those whose time has come, oldest first; none of them comes again before {@link #NET} has passed. */
    List<Notice> due(Instant now) {
        return jdbc.sql("""
                        UPDATE webhook_notice SET due_at = :again WHERE (id, subscription) IN (
                            SELECT id, subscription FROM webhook_notice WHERE due_at <= :now
                            ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                        RETURNING *""")
                .param("again", utc(now.plus(NET)))
                .param("now", utc(now))
                .param("limit", AT_ONCE)
                .query(NoticeRows::notice)
                .list();
    }

    void taken(Notice notice) {
        jdbc.sql("DELETE FROM webhook_notice WHERE id = ? AND subscription = ?")
                .params(notice.id(), notice.subscription())
                .update();
    }

    /** It was tried, in vain. */
    void tryAgain(Notice notice, String code, Instant due) {
        jdbc.sql("UPDATE webhook_notice SET attempts = attempts + 1, code = ?, due_at = ?"
                        + " WHERE id = ? AND subscription = ?")
                .params(code, utc(due), notice.id(), notice.subscription())
                .update();
    }

    /** Its turn comes later; that is no attempt. */
    void putOff(Notice notice, Instant due) {
        jdbc.sql("UPDATE webhook_notice SET due_at = ? WHERE id = ? AND subscription = ?")
                .params(utc(due), notice.id(), notice.subscription())
                .update();
    }

    /** It is tried no more, and stays to be seen. */
    void giveUp(Notice notice, String code, Instant now) {
        jdbc.sql("UPDATE webhook_notice SET attempts = attempts + 1, code = ?, due_at = NULL, failed_at = ?"
                        + " WHERE id = ? AND subscription = ?")
                .params(code, utc(now), notice.id(), notice.subscription())
                .update();
    }

    /**
     * How the notices to one system fare.
     *
     * @param failed given up since a moment
     * @param codes what their last attempts ended with
     */
    record Standing(String subscription, long waiting, long failed, List<String> codes) {}

    /** By system; those without a notice are not among them. */
    List<Standing> standings(Instant since) {
        return jdbc.sql("""
                        SELECT subscription, count(*) FILTER (WHERE due_at IS NOT NULL), count(*) FILTER (WHERE failed_at > ?),
                            array_remove(array_agg(DISTINCT code), NULL)
                        FROM webhook_notice GROUP BY subscription ORDER BY subscription""")
                .param(utc(since))
                .query((row, n) -> new Standing(row.getString(1), row.getLong(2), row.getLong(3), List.of((String[])
                        row.getArray(4).getArray())))
                .list();
    }

    long waiting() {
        return jdbc.sql("SELECT count(*) FROM webhook_notice WHERE due_at IS NOT NULL")
                .query(Long.class)
                .single();
    }

    long failedSince(Instant since) {
        return jdbc.sql("SELECT count(*) FROM webhook_notice WHERE failed_at > ?")
                .param(utc(since))
                .query(Long.class)
                .single();
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                row.getString("subscription"),
                NoticeType.valueOf(row.getString("type")),
                row.getObject("item", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
