package nl.sluis.load;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.sluis.process.NodeDatabase;

/** What a load goes over: the two nodes, or the floor. */
interface Course {

    /** Its name in the tables. */
    String name();

    /**
     * Sends a message of that size and returns when its first hop has it durably.
     *
     * @param size of its text, in kB
     * @return by what its receipt is known
     * @throws IOException when it was not accepted
     */
    UUID send(int number, int size) throws IOException, InterruptedException;

    /** The database where receipts are recorded. */
    NodeDatabase near();

    /** The database at the far end. */
    NodeDatabase far();

    /** What follows {@code FROM} for the receipts since a moment; they have an {@code id}, which {@link #send} returned, and were recorded {@code at}. */
    String recorded();

    /** How many messages the far end has, ever. */
    long arrived() throws IOException;

    /** Its nodes. */
    List<ProcessHandle> nodes();

    /** When the receipts that came since a moment were recorded. */
    default Map<UUID, Instant> receipts(Instant since) throws IOException {
        Map<UUID, Instant> found = new HashMap<>();
        near().tables()
                .query(
                        "SELECT id, at FROM " + recorded(),
                        row -> {
                            found.put(
                                    row.getObject(1, UUID.class), row.getTimestamp(2).toInstant());
                        },
                        Timestamp.from(since));
        return found;
    }

    /** How many receipts came since a moment. */
    default long receipted(Instant since) throws IOException {
        return near().count(recorded(), Timestamp.from(since));
    }

    /** Its database servers. */
    default List<ProcessHandle> databases() throws IOException {
        return List.of(near().server().orElseThrow(), far().server().orElseThrow());
    }

    /** Bytes of write-ahead log of its databases, ever. */
    default long logged() throws IOException {
        return logged(near()) + logged(far());
    }

    /** The same of one database. */
    private static long logged(NodeDatabase database) throws IOException {
        return Objects.requireNonNull(database.tables()
                .queryForObject("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint", Long.class));
    }
}
