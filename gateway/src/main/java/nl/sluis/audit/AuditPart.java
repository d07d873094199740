package nl.sluis.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The entries of a period, page by page, each held against the one before it. Between two pages nothing is held open, so that it
 * may take as long as it likes. Entries that are added meanwhile are not in it.
 */
public final class AuditPart {

    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final Instant from;
    private final Instant to;
    private final long last;
    private final Chain chain;

    private AuditPart(JdbcClient jdbc, Instant from, Instant to, long last, Chain chain) {
        this.jdbc = jdbc;
        this.from = from;
        this.to = to;
        this.last = last;
        this.chain = chain;
    }

    private record Bounds(long first, long last) {}

    /**
     * Of the log of one node.
     *
     * @param from not before
     * @param to before
     */
    public static AuditPart of(JdbcClient jdbc, Instant from, Instant to) {
        // The inner question is asked by time and not by number, of which the planner would begin at the first
        Bounds bounds = jdbc.sql("SELECT coalesce(min(n), 1), coalesce(max(n), 0) FROM"
                        + " (SELECT n FROM audit_entry WHERE at >= ? AND at < ? OFFSET 0) AS part")
                .params(Timestamp.from(from), Timestamp.from(to))
                .query((row, i) -> new Bounds(row.getLong(1), row.getLong(2)))
                .single();
        return new AuditPart(jdbc, from, to, bounds.last(), before(jdbc, bounds.first()));
    }

    /**
     * The next entries; empty at the end.
     *
     * @throws TreeDamaged at an entry that is not as it was written, and those before it on its page are not given
     */
    public Optional<List<AuditEntry>> next() {
        if (chain.last() >= last) {
            return Optional.empty();
        }
        List<AuditEntry> page = jdbc.sql("SELECT " + EntryRows.COLUMNS
                        + " FROM audit_entry WHERE n > ? AND n <= ? ORDER BY n LIMIT " + PAGE)
                .params(chain.last(), last)
                .query((row, i) -> EntryRows.entry(row))
                .list();
        for (AuditEntry entry : page) {
            if (!chain.accepts(entry)) {
                throw new TreeDamaged("entry " + (chain.last() + 1));
            }
        }
        if (page.isEmpty()) {
            throw new TreeDamaged("entry " + (chain.last() + 1));
        }
        // Where the clock was put back, entries of another time stand in between
        return Optional.of(page.stream()
                .filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(to))
                .toList());
    }

    private static Chain before(JdbcClient jdbc, long first) {
        return first == 1
                ? new Chain()
                : new Chain(
                        first - 1,
                        jdbc.sql("SELECT hash FROM audit_entry WHERE n = ?")
                                .param(first - 1)
                                .query((row, i) -> row.getBytes(1))
                                .optional()
                                .orElseThrow(() -> new TreeDamaged("entry " + (first - 1))));
    }
}
