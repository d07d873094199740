package nl.sluis.load;

import java.io.IOException;
import java.time.Instant;
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

    /** When the receipts that came since a moment were recorded, by what {@link #send} returned. */
    Map<UUID, Instant> receipts(Instant since) throws IOException;

    /** How many receipts came since a moment. */
    long receipted(Instant since) throws IOException;

    /** How many messages the far end has, ever. */
    long arrived() throws IOException;

    /** Its nodes. */
    List<ProcessHandle> nodes();

    /** Its database servers. */
    List<ProcessHandle> databases() throws IOException;

    /** Bytes of write-ahead log of its databases, ever. */
    long logged() throws IOException;

    /** The same of one database. */
    static long logged(NodeDatabase database) throws IOException {
        return Objects.requireNonNull(database.tables()
                .queryForObject("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint", Long.class));
    }
}
