package nl.sluis.restore;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import nl.sluis.audit.AuditReach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of restorations and of the server that was last seen. */
final class RestorationStore {

    private final JdbcClient jdbc;
    private final AuditReach reach;

    RestorationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.reach = new AuditReach(jdbc);
    }

    /** A server and how often it went on from somewhere (PostgreSQL: system identifier and timeline). */
    record Server(String identifier, String timeline) {}

    /** One that nobody has released. */
    record Open(Instant noticedAt, String sign) {}

    Server present() {
        // The name of a write-ahead file begins with the timeline that is written now; the control file may lag behind
        return jdbc.sql("SELECT system_identifier::text, left(pg_walfile_name(pg_current_wal_lsn()), 8)"
                        + " FROM pg_control_system()")
                .query((row, i) -> new Server(row.getString(1), row.getString(2)))
                .single();
    }

    Optional<Server> seen() {
        return jdbc.sql("SELECT system_identifier, timeline FROM seen_server")
                .query((row, i) -> new Server(row.getString(1), row.getString(2)))
                .optional();
    }

    void see(Server server, Instant at) {
        jdbc.sql("INSERT INTO seen_server (system_identifier, timeline, seen_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (one) DO UPDATE SET system_identifier = excluded.system_identifier,"
                        + " timeline = excluded.timeline, seen_at = excluded.seen_at")
                .params(server.identifier(), server.timeline(), Timestamp.from(at))
                .update();
    }

    AuditReach.Entry tip() {
        return reach.last();
    }

    /** Whether the audit of this database has that entry. */
    boolean holds(AuditReach.Entry entry) {
        return reach.holds(entry);
    }

    /** Whether a restoration was noticed at that time or later. */
    boolean noticedSince(Instant at) {
        return jdbc.sql("SELECT count(*) FROM restoration WHERE noticed_at >= ?")
                        .param(Timestamp.from(at))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** One process at a time notices and releases. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('sluis/restore'))::text")
                .query(String.class)
                .list();
    }

    void notice(Sign sign, AuditReach.Entry tip, Instant at) {
        jdbc.sql("INSERT INTO restoration (noticed_at, sign, audit_n) VALUES (?, ?, ?)")
                .params(Timestamp.from(at), sign.name(), tip.n())
                .update();
    }

    Optional<Open> open() {
        return jdbc.sql("SELECT noticed_at, sign FROM restoration WHERE released_at IS NULL ORDER BY n LIMIT 1")
                .query((row, i) -> new Open(row.getTimestamp(1).toInstant(), row.getString(2)))
                .optional();
    }

    int release(String by, Instant at) {
        return jdbc.sql("UPDATE restoration SET released_at = ?, released_by = ? WHERE released_at IS NULL")
                .params(Timestamp.from(at), by)
                .update();
    }
}
