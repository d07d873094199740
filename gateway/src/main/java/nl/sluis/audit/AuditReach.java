package nl.sluis.audit;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the log of a database has come, and whether it holds an entry that somebody remembers. */
public final class AuditReach {

    private final JdbcClient jdbc;

    /** Of the database of one node. */
    public AuditReach(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An entry, and with it all before it.
     *
     * @param n 0 before the first
     * @param hash hexadecimal
     */
    public record Entry(long n, String hash) {}

    /** The last entry. */
    public Entry last() {
        return jdbc.sql("SELECT n, encode(hash, 'hex') FROM audit_tip")
                .query((row, i) -> new Entry(row.getLong(1), row.getString(2)))
                .single();
    }

    /** Whether that entry is in the log as it was. */
    public boolean holds(Entry entry) {
        return entry.n() == 0
                || jdbc.sql("SELECT count(*) FROM audit_entry WHERE n = ? AND encode(hash, 'hex') = ?")
                                .params(entry.n(), entry.hash())
                                .query(Long.class)
                                .single()
                        == 1;
    }
}
