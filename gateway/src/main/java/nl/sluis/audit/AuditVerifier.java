package nl.sluis.audit;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
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
        return verify(entry -> {});
    }

    /** Verifies from the first entry to the tip; somebody reads along each entry that follows from the one before it. */
    public Result verify(Consumer<AuditEntry> reader) {
        Chain chain = new Chain();
        AtomicReference<@Nullable Long> broken = new AtomicReference<>();
        jdbc.query("SELECT " + EntryRows.COLUMNS + " FROM audit_entry ORDER BY n", row -> {
            AuditEntry entry = EntryRows.entry(row);
            if (broken.get() == null && chain.accepts(entry)) {
                reader.accept(entry);
            } else if (broken.get() == null) {
                broken.set(chain.last() + 1);
            }
        });
        Long firstBroken = broken.get();
        if (firstBroken != null) {
            return new Result.Broken(firstBroken);
        }
        boolean tip = Boolean.TRUE.equals(jdbc.query(
                "SELECT n, hash FROM audit_tip", row -> row.next() && chain.endsIn(row.getLong(1), row.getBytes(2))));
        return tip ? new Result.Intact(chain.last()) : new Result.Broken(chain.last() + 1);
    }
}
