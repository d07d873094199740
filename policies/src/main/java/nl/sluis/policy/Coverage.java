package nl.sluis.policy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.PersonRef;

/**
 * Whether one and the same live consent of a giver covers an item about one subject. Scopes of two consents are never mixed.
 */
final class Coverage {

    /** As what one consents for oneself. */
    static final Set<Capacity> SELF = EnumSet.of(Capacity.SELF);

    /** As what one who has authority consents for another. */
    static final Set<Capacity> IN_LAW = EnumSet.of(Capacity.CUSTODIAN, Capacity.GUARDIAN, Capacity.REPRESENTATIVE);

    /** As what one consents who represents another because it is on record, and not because the law names him. */
    static final Set<Capacity> ON_RECORD = EnumSet.of(Capacity.GUARDIAN, Capacity.REPRESENTATIVE);

    private static final SeenRecord[] NOTHING = {};

    private final PersonRef giver;
    private final Set<Capacity> capacities;
    private SeenRecord[] refusals = NOTHING;
    private SeenRecord[] latest = NOTHING;
    private SeenRecord[] misses = NOTHING;

    /**
     * @param capacities in which of them a consent counts
     */
    Coverage(PersonRef giver, Set<Capacity> capacities) {
        this.giver = giver;
        this.capacities = capacities;
    }

    /**
     * Whether a record about the subject is this giver's and counts; a refusal does in any capacity.
     */
    boolean takes(SeenRecord record) {
        return (record.refusal() || capacities.contains(record.record().capacity()))
                && giver.equals(record.record().giver());
    }

    /** Sorts a record by what it can do to an item, whichever item that is. */
    void add(SeenRecord record) {
        boolean addressed = record.addressed();
        if (record.refusal()) {
            refusals = addressed ? with(refusals, record) : refusals;
        } else if (addressed) {
            int later = latest.length == 0 ? 1 : moment(record, latest[0]);
            if (later >= 0) {
                latest = with(later == 0 ? latest : NOTHING, record);
            }
        } else if (latest.length == 0 && !record.withdrawn()) {
            misses = with(misses, record);
        }
    }

    private static SeenRecord[] with(SeenRecord[] records, SeenRecord one) {
        SeenRecord[] more = Arrays.copyOf(records, records.length + 1);
        more[records.length] = one;
        return more;
    }

    GiverState of(RequestedItem item) {
        SeenRecord refusal = null;
        for (SeenRecord one : refusals) {
            if (one.refuses(item) && (refusal == null || moment(one, refusal) > 0)) {
                refusal = one;
            }
        }
        // A refusal beats a consent of the same moment: objections win at equal specificity (law table 3.1).
        if (refusal != null && (latest.length == 0 || moment(refusal, latest[0]) >= 0)) {
            return new GiverState(giver, !refusal.withdrawn(), 0, null);
        }
        // When no consent is about this recipient and purpose, the nearest miss is told
        return best(item, latest.length == 0 ? misses : latest);
    }

    private static int moment(SeenRecord one, SeenRecord other) {
        return one.record().recordedAt().compareTo(other.record().recordedAt());
    }

    /** The consent with the fewest shortcomings, the latest of equals. */
    private GiverState best(RequestedItem item, SeenRecord[] consents) {
        SeenRecord best = null;
        int fewest = 0;
        for (SeenRecord record : consents) {
            int shortcomings = record.shortcomings(item);
            if (best == null || better(record, shortcomings, best, fewest)) {
                best = record;
                fewest = shortcomings;
            }
        }
        return new GiverState(giver, false, fewest, best != null && fewest == 0 ? best.record() : null);
    }

    private static boolean better(SeenRecord one, int shortcomings, SeenRecord other, int others) {
        int fewer = Integer.bitCount(shortcomings) - Integer.bitCount(others);
        return fewer < 0 || (fewer == 0 && later(one.record(), other.record()));
    }

    // Of two of the same moment the order in the list must not decide which shortcomings are told
    private static boolean later(ConsentRecord one, ConsentRecord other) {
        int order = one.recordedAt().compareTo(other.recordedAt());
        return order > 0 || (order == 0 && one.id().compareTo(other.id()) < 0);
    }
}
