package nl.sluis.seal;

import nl.sluis.adapter.MessageJson;
import org.jspecify.annotations.Nullable;

/**
 * Binds what a row states to it: as JSON, encrypted with the key of the person it belongs to with its place as associated data of AES-GCM. Who writes a row, alters it or
 * moves it to another without the keys of the node is found out when it is read. What of it stands in clear as well serves to find it, and
 * counts only while it says the same.
 *
 * @param <T> what the row states; names of its components stand in the database
 */
public final class RowBinding<T> {

    private final AtRest atRest;
    private final String table;
    private final Class<T> type;

    /**
     * Of the rows of one table.
     *
     * @param table with which their labels begin; the identity of the row follows
     */
    public RowBinding(AtRest atRest, String table, Class<T> type) {
        this.atRest = atRest;
        this.table = table;
        this.type = type;
    }

    /**
     * What to store.
     *
     * @param subject whose key it gets, such as {@code person/} and an identity
     * @param identity of the row
     */
    public byte[] bind(String subject, Object identity, T facts) {
        return atRest.of(subject).encrypt(label(identity), MessageJson.mapper().writeValueAsBytes(facts));
    }

    /**
     * What a row states.
     *
     * @param stored null when it was written in clear
     * @throws IllegalStateException when this node did not write it for this row; names the table and no value
     */
    public T read(String subject, Object identity, byte @Nullable [] stored) {
        if (stored == null) {
            throw notOurs();
        }
        try {
            return MessageJson.mapper().readValue(atRest.of(subject).decrypt(label(identity), stored), type);
        } catch (IllegalStateException e) {
            throw notOurs();
        }
    }

    /**
     * Holds what stands in clear against what was bound.
     *
     * @throws IllegalStateException when they differ
     */
    public void same(Object inClear, Object bound) {
        if (!inClear.equals(bound)) {
            throw notOurs();
        }
    }

    private IllegalStateException notOurs() {
        return new IllegalStateException("a row of " + table + " is not as this node wrote it");
    }

    private String label(Object identity) {
        return table + "/" + identity;
    }
}
