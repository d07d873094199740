package nl.sluis.audit;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the whole chain and says whether it is intact. */
public final class AuditVerifier {

    private static final int FETCH_ROWS = 1_000;

    private final JdbcTemplate jdbc;

    /** Reads through a template of its own: it streams, so it must run in a transaction to hold little memory. */
    public AuditVerifier(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.setFetchSize(FETCH_ROWS);
    }

    /** What was found. */
    public sealed interface Result {

        /** Every row follows from the one before it, and the last one is the tip. */
        record Intact(long entries) implements Result {}

        /** The row with this number was altered, removed or added. */
        record Broken(long n) implements Result {}
    }

    /** Verifies from the first entry to the tip. */
    public Result verify() {
        Walk walk = new Walk();
        AtomicReference<@Nullable Long> broken = new AtomicReference<>();
        jdbc.query("SELECT n, at, event, message_id, detail, hash FROM audit_entry ORDER BY n", row -> {
            if (broken.get() == null && !walk.accepts(entry(row))) {
                broken.set(walk.n + 1);
            }
        });
        Long firstBroken = broken.get();
        if (firstBroken != null) {
            return new Result.Broken(firstBroken);
        }
        boolean tip = Boolean.TRUE.equals(jdbc.query(
                "SELECT n, hash FROM audit_tip",
                row -> row.next() && row.getLong(1) == walk.n && MessageDigest.isEqual(row.getBytes(2), walk.hash)));
        return tip ? new Result.Intact(walk.n) : new Result.Broken(walk.n + 1);
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBytes(6));
    }

    private static final class Walk {
        private long n;
        private byte[] hash = new byte[32];

        boolean accepts(AuditEntry entry) {
            if (entry.n() != n + 1 || !entry.follows(hash)) {
                return false;
            }
            n = entry.n();
            hash = entry.hash();
            return true;
        }
    }
}
