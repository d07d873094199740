package nl.sluis.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The Merkle tree over the entries, built behind them: who appends an entry, also an older program, knows nothing of it. Every call
 * runs in the caller's transaction.
 */
public final class AuditTree {

    private final JdbcClient jdbc;

    /** Of the database of one node. */
    public AuditTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What came of taking entries in. */
    public sealed interface Growth {

        /** Everything up to this size is in the tree. */
        record Whole(long size) implements Growth {}

        /** So much of it; there is more. */
        record Partly(long size) implements Growth {}

        /** The entry with this number is not the one that was written: nothing was taken in from there. */
        record Broken(long n) implements Growth {}

        /** Another process is at it. */
        record Busy() implements Growth {}
    }

    /** How many entries are in the tree. */
    public long size() {
        return jdbc.sql("SELECT size FROM audit_tree").query(Long.class).single();
    }

    /** Whether no other process of this node builds at this moment; holds until the transaction ends. */
    public boolean claim() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext('sluis/audit-tree'))")
                .query(Boolean.class)
                .single();
    }

    /**
     * Takes in entries that are not in the tree yet, each when it follows from the one before it.
     *
     * @param most how many at the most
     */
    public Growth grow(int most) {
        if (!claim()) {
            return new Growth.Busy();
        }
        Chain chain = jdbc.sql("SELECT size, hash FROM audit_tree")
                .query((row, i) -> new Chain(row.getLong(1), row.getBytes(2)))
                .single();
        List<AuditEntry> entries = jdbc.sql(
                        "SELECT " + EntryRows.COLUMNS + " FROM audit_entry WHERE n > ? ORDER BY n LIMIT ?")
                .params(chain.last(), most)
                .query((row, i) -> EntryRows.entry(row))
                .list();
        TileStore tiles = new TileStore(jdbc);
        for (AuditEntry entry : entries) {
            if (!chain.accepts(entry)) {
                return new Growth.Broken(chain.last() + 1);
            }
            tiles.add(entry.n() - 1, entry.leafHash());
        }
        if (entries.size() < most && shortOfTip(chain)) {
            return new Growth.Broken(chain.last() + 1);
        }
        tiles.write();
        jdbc.sql("UPDATE audit_tree SET size = ?, hash = ?")
                .params(chain.last(), chain.hash())
                .update();
        return entries.size() < most ? new Growth.Whole(chain.last()) : new Growth.Partly(chain.last());
    }

    // One statement, or the tip of a later moment would be compared: the last entry is gone, or the tip was put back
    private boolean shortOfTip(Chain chain) {
        return !jdbc.sql("SELECT EXISTS (SELECT FROM audit_entry WHERE n > :last) OR EXISTS ("
                        + "SELECT FROM audit_tip WHERE n = :last AND hash = :hash)")
                .param("last", chain.last())
                .param("hash", chain.hash())
                .query(Boolean.class)
                .single();
    }

    /**
     * The root over the first entries.
     *
     * @throws TreeDamaged when the tree is not as it was kept
     */
    public byte[] root(long size) {
        return tree().root(size);
    }

    /**
     * What shows that an entry is in the log (RFC 9162, 2.1.3).
     *
     * @param n 1 and up
     * @throws IllegalArgumentException when it is not within that size
     * @throws TreeDamaged when the tree is not as it was kept
     */
    public List<byte[]> inclusion(long n, long size) {
        return tree().inclusion(n - 1, size);
    }

    /**
     * What shows that the log of an earlier size is the beginning of the later one (RFC 9162, 2.1.4).
     *
     * @throws IllegalArgumentException when there is no such pair
     * @throws TreeDamaged when the tree is not as it was kept
     */
    public List<byte[]> consistency(long earlier, long later) {
        return earlier == 0 ? List.of() : tree().consistency(earlier, later);
    }

    /** The hash of an entry's leaf as it was when it was taken in. */
    public byte[] leafHash(long n) {
        return new TileStore(jdbc).leaf(n - 1);
    }

    /** The entry with this number. */
    public Optional<AuditEntry> entry(long n) {
        return jdbc.sql("SELECT " + EntryRows.COLUMNS + " FROM audit_entry WHERE n = ?")
                .param(n)
                .query((row, i) -> EntryRows.entry(row))
                .optional();
    }

    private MerkleTree tree() {
        return new MerkleTree(new TileStore(jdbc));
    }
}
