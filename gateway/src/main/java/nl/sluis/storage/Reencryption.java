package nl.sluis.storage;

import java.util.List;
import nl.sluis.seal.AtRest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the values of one column that are not under the key that they should be under, and encrypts them again. */
@Component
final class Reencryption {

    private static final Logger LOG = LoggerFactory.getLogger(Reencryption.class);
    private static final int BYTES_OF_PAGE = 8192;
    /** Pages of a table that are looked through at once: some thousands of small rows. */
    private static final long SPAN = 64;
    /**
     * Rows of one transaction: what is large is a mebibyte each. Of subjects one: it may make the subject's key, and two processes that made
     * several in different orders would wait for each other.
     */
    private static final int BATCH = 20;

    private final JdbcClient jdbc;
    private final AtRest atRest;
    private final TransactionTemplate transaction;

    Reencryption(JdbcClient jdbc, AtRest atRest, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.atRest = atRest;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Goes once through a column. Safe beside other processes that do the same, and beside those who use the rows. Gives how many it did. */
    long over(EncryptedColumn column) {
        long pages = jdbc.sql("SELECT pg_relation_size(?::regclass) / " + BYTES_OF_PAGE)
                .param(column.table())
                .query(Long.class)
                .single();
        int size = column.ofSubject() ? 1 : BATCH;
        long done = 0;
        for (long from = 0; from <= pages; from += SPAN) {
            List<String> places = places(column, from, from + SPAN);
            for (int i = 0; i < places.size(); i += size) {
                List<String> batch = places.subList(i, Math.min(i + size, places.size()));
                Integer ofBatch = transaction.execute(status -> batch.stream()
                        .mapToInt(place -> encrypted(column, place) ? 1 : 0)
                        .sum());
                done += ofBatch == null ? 0 : ofBatch;
            }
        }
        return done;
    }

    /** How many there are to do, at one moment: a pass may miss a row that moves while it goes through the pages. */
    long left(EncryptedColumn column) {
        return jdbc.sql("SELECT count(*) FROM " + column.table() + " WHERE " + stale(column))
                .param("heads", heads(column))
                .query(Long.class)
                .single();
    }

    private List<String> places(EncryptedColumn column, long from, long to) {
        return jdbc.sql("SELECT ctid::text FROM " + column.table() + " WHERE ctid >= '(" + from
                        + ",0)'::tid AND ctid < '(" + to + ",0)'::tid AND " + stale(column))
                .param("heads", heads(column))
                .query((row, i) -> row.getString(1))
                .list();
    }

    private boolean encrypted(EncryptedColumn column, String place) {
        String subject = column.ofSubject() ? column.subject() : "''";
        return jdbc.sql("SELECT " + column.label() + ", " + subject + ", " + column.column() + " FROM " + column.table()
                        + " WHERE ctid = :place::tid AND " + stale(column) + " FOR UPDATE SKIP LOCKED")
                .param("place", place)
                .param("heads", heads(column))
                .query((row, i) -> new Value(row.getString(1), row.getString(2), row.getBytes(3)))
                .optional()
                .filter(value -> write(column, place, value))
                .isPresent();
    }

    @SuppressWarnings("ArrayRecordComponent") // a row, read and dropped
    private record Value(String label, String subject, byte[] stored) {}

    private boolean write(EncryptedColumn column, String place, Value value) {
        byte[] again;
        try {
            byte[] content = atRest.decrypt(value.label(), value.stored());
            again = column.ofSubject()
                    ? atRest.of(value.subject()).encrypt(value.label(), content)
                    : atRest.encrypt(value.label(), content);
        } catch (IllegalStateException e) {
            LOG.error("a value of {} can be read with no storage key of this node", column.name());
            return false;
        }
        jdbc.sql("UPDATE " + column.table() + " SET " + column.column() + " = ? WHERE ctid = ?::tid")
                .params(again, place)
                .update();
        return true;
    }

    /** What is under an earlier storage key or has no mark of a key; of a subject, also what is under any storage key. */
    private static String stale(EncryptedColumn column) {
        String value = column.column();
        return value + " IS NOT NULL AND octet_length(" + value + ") > 0 AND (substring(" + value
                + " from 1 for 4) <> 'SLK1'::bytea OR substring(" + value + " from 1 for 12) = ANY(:heads))";
    }

    private byte[][] heads(EncryptedColumn column) {
        return (column.ofSubject() ? atRest.heads() : atRest.earlierHeads()).toArray(byte[][]::new);
    }
}
