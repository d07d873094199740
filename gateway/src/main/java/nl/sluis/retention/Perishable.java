package nl.sluis.retention;

import java.time.temporal.TemporalAmount;
import java.util.List;

/**
 * One class of data with its term, and how it is found and destroyed: the SQL stands with the owner of the tables. Parameters of
 * {@code where}: {@code :before}, what ended earlier is due. Of {@code destroy}: {@code :identities}, {@code :now} and
 * {@code :proof}, their hash as the audit has it.
 *
 * @param term how long it is kept after it ended: one of {@link RetentionSettings.Term}, or a setting of the owner
 * @param data a stable code for the audit and the metrics, such as {@code outgoing.payload}
 * @param identity SQL expression of a text that names one of them and no person
 * @param table with its alias, such as {@code outgoing o}
 * @param where which of them are due
 * @param destroy statements in their order, for the identities of one batch
 */
public record Perishable(String data, Kept term, String identity, String table, String where, List<String> destroy) {

    public Perishable {
        destroy = List.copyOf(destroy);
    }

    /** Who keeps classes of data. */
    public interface Owner {

        /** The classes, in the order in which they are destroyed. */
        List<Perishable> perishables();
    }

    /** How long something is kept. */
    public interface Kept {

        /** The setting that says so. */
        String rule();

        /** The term as it is configured. */
        TemporalAmount length(RetentionSettings settings);
    }

    /** A term that a setting of the owner gives. */
    public record OwnTerm(String rule, TemporalAmount length) implements Kept {

        @Override
        public TemporalAmount length(RetentionSettings settings) {
            return length;
        }
    }

    /** The setting that gives its term. */
    String rule() {
        return term.rule();
    }

    // Skips what somebody works on: it is not old, or its turn comes with the next run
    String select() {
        String alias = table.substring(table.lastIndexOf(' ') + 1);
        return "SELECT " + identity + " FROM " + table + " WHERE " + where + " LIMIT :limit FOR UPDATE OF " + alias
                + " SKIP LOCKED";
    }

    String count() {
        return "SELECT count(*) FROM " + table + " WHERE " + where;
    }
}
