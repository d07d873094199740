package nl.sluis.policy;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * Whether one and the same live consent of a giver covers an item about one subject. Scopes of two consents are never mixed.
 */
final class Coverage {

    private final PersonRef giver;
    private final boolean self;
    private final List<SeenRecord> records = new ArrayList<>();

    Coverage(PersonRef giver, PersonRef subject) {
        this.giver = giver;
        this.self = giver.equals(subject);
    }

    /**
     * Whether a record about the subject is this giver's and counts. One consents for oneself as SELF and for another as
     * anything but SELF; a refusal counts in any capacity.
     */
    boolean takes(SeenRecord record) {
        return (record.refusal() || self == (record.record().capacity() == Capacity.SELF))
                && giver.equals(record.record().giver());
    }

    void add(SeenRecord record) {
        records.add(record);
    }

    GiverState of(RequestedItem item) {
        SeenRecord latest = null;
        for (SeenRecord record : records) {
            if (record.addressed()
                    && (!record.refusal() || record.refuses(item))
                    && (latest == null || beats(record, latest))) {
                latest = record;
            }
        }
        return latest != null && latest.refusal()
                ? new GiverState(giver, !latest.withdrawn(), 0, null)
                : best(item, latest);
    }

    // A refusal beats a consent of the same moment: objections win at equal specificity (law table 3.1).
    private static boolean beats(SeenRecord one, SeenRecord other) {
        int later = one.record().recordedAt().compareTo(other.record().recordedAt());
        return later > 0 || (later == 0 && one.refusal() && !other.refusal());
    }

    /**
     * The consent with the fewest shortcomings, the latest of equals.
     *
     * @param latest the consent that decides, beside others of its moment; null when none is about this recipient and purpose,
     *     and the nearest miss is told
     */
    private GiverState best(RequestedItem item, @Nullable SeenRecord latest) {
        SeenRecord best = null;
        int fewest = 0;
        for (SeenRecord record : records) {
            if (!record.refusal() && (latest == null ? !record.withdrawn() : decidesWith(record, latest))) {
                int shortcomings = record.shortcomings(item);
                if (best == null || better(record, shortcomings, best, fewest)) {
                    best = record;
                    fewest = shortcomings;
                }
            }
        }
        return new GiverState(giver, false, fewest, best != null && fewest == 0 ? best.record() : null);
    }

    private static boolean decidesWith(SeenRecord record, SeenRecord latest) {
        return record.addressed()
                && record.record().recordedAt().equals(latest.record().recordedAt());
    }

    private static boolean better(SeenRecord one, int shortcomings, SeenRecord other, int others) {
        int fewer = Integer.bitCount(shortcomings) - Integer.bitCount(others);
        return fewer < 0
                || (fewer == 0
                        && one.record().recordedAt().isAfter(other.record().recordedAt()));
    }
}
