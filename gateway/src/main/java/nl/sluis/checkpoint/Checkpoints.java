package nl.sluis.checkpoint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The signed checkpoints of a node's own log, with what others said about them. */
public final class Checkpoints {

    private static final String SELECT = "SELECT size, root, signed, at FROM checkpoint ";

    private final JdbcClient jdbc;
    private final String origin;

    /**
     * Of the database of one node.
     *
     * @param origin of its log, see {@link Checkpoint#originOf}
     */
    public Checkpoints(JdbcClient jdbc, String origin) {
        this.jdbc = jdbc;
        this.origin = origin;
    }

    /**
     * A countersignature as it was given.
     *
     * @param witness the organisation
     * @param cms the text of a {@link Countersignature} in CMS SignedData
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Given(long size, String witness, Instant at, byte[] cms) {}

    /** Whether this database has any of this: one that only older programs have seen has not. */
    public boolean kept() {
        return jdbc.sql("SELECT to_regclass('countersignature') IS NOT NULL")
                .query(Boolean.class)
                .single();
    }

    /** The largest. */
    public Optional<SignedCheckpoint> latest() {
        return jdbc.sql(SELECT + "ORDER BY size DESC LIMIT 1")
                .query(this::signed)
                .optional();
    }

    /** The one of this size. */
    public Optional<SignedCheckpoint> of(long size) {
        return jdbc.sql(SELECT + "WHERE size = ?")
                .param(size)
                .query(this::signed)
                .optional();
    }

    /**
     * Those that are larger, the smallest first.
     *
     * @param size in entries
     * @param most how many at the most
     */
    public List<SignedCheckpoint> after(long size, int most) {
        return jdbc.sql(SELECT + "WHERE size > ? ORDER BY size LIMIT ?")
                .params(size, most)
                .query(this::signed)
                .list();
    }

    /** What witnesses said about one, in the order of their names. */
    public List<Given> countersignatures(long size) {
        return jdbc.sql("SELECT size, witness, at, signed FROM countersignature WHERE size = ? ORDER BY witness")
                .param(size)
                .query(Checkpoints::given)
                .list();
    }

    /** What witnesses said about all of them, the smallest first. */
    public List<Given> countersignatures() {
        return jdbc.sql("SELECT size, witness, at, signed FROM countersignature ORDER BY size, witness")
                .query(Checkpoints::given)
                .list();
    }

    /** The size of the last one that this witness countersigned; 0 when there is none. */
    public long lastCountersigned(String witness) {
        return jdbc.sql("SELECT coalesce(max(size), 0) FROM countersignature WHERE witness = ?")
                .param(witness)
                .query(Long.class)
                .single();
    }

    /** When that witness countersigned last. */
    public Optional<Instant> lastHeard(String witness) {
        return jdbc.sql("SELECT at FROM countersignature WHERE witness = ? ORDER BY size DESC LIMIT 1")
                .param(witness)
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Keeps the word of a witness, once. */
    public void countersigned(long size, String witness, byte[] cms, Instant at) {
        jdbc.sql("INSERT INTO countersignature (size, witness, signed, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(size, witness, cms, Timestamp.from(at))
                .update();
    }

    /** The time-stamp on one. */
    Optional<byte[]> stamp(long size) {
        return jdbc.sql("SELECT token FROM checkpoint_time WHERE size = ?")
                .param(size)
                .query((row, i) -> row.getBytes(1))
                .optional();
    }

    /** The time of the last stamp, as the authority's clock had it. */
    Optional<Instant> lastStamped() {
        return jdbc.sql("SELECT at FROM checkpoint_time ORDER BY size DESC LIMIT 1")
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Keeps a time-stamp, once. */
    void stamped(long size, byte[] token, Instant at) {
        jdbc.sql("INSERT INTO checkpoint_time (size, token, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(size, token, Timestamp.from(at))
                .update();
    }

    /** Keeps a new one. */
    void add(Checkpoint checkpoint, byte[] cms, Instant at) {
        jdbc.sql("INSERT INTO checkpoint (size, root, signed, at) VALUES (?, ?, ?, ?)")
                .params(checkpoint.size(), checkpoint.rootBytes(), cms, Timestamp.from(at))
                .update();
    }

    private SignedCheckpoint signed(ResultSet row, int i) throws SQLException {
        return new SignedCheckpoint(
                Checkpoint.of(origin, row.getLong(1), row.getBytes(2)),
                row.getTimestamp(4).toInstant(),
                row.getBytes(3));
    }

    private static Given given(ResultSet row, int i) throws SQLException {
        return new Given(row.getLong(1), row.getString(2), row.getTimestamp(3).toInstant(), row.getBytes(4));
    }
}
