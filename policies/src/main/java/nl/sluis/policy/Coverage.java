package nl.sluis.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.PersonRef;
import org.jspecify.annotations.Nullable;

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

    private static final int FEW = 4;

    private final PersonRef giver;
    private final Set<Capacity> capacities;
    private final List<SeenRecord> records = new ArrayList<>(FEW);

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
        return fewer < 0 || (fewer == 0 && later(one.record(), other.record()));
    }

    // Of two of the same moment the order in the list must not decide which shortcomings are told
    private static boolean later(ConsentRecord one, ConsentRecord other) {
        int order = one.recordedAt().compareTo(other.recordedAt());
        return order > 0 || (order == 0 && one.id().compareTo(other.id()) < 0);
    }
}
