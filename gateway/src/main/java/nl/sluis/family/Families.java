package nl.sluis.family;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.audit.ReadLog;
import nl.sluis.followup.Task;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import nl.sluis.household.HouseholdMember;
import nl.sluis.household.Households;
import nl.sluis.household.Sight;
import nl.sluis.safety.ChildSafety;
import nl.sluis.safety.SafetyRecords;
import nl.sluis.seal.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** The households of whoever calls as a list: what of each is open, past its term, and what cannot wait. */
@Component
public final class Families {

    /** How many households one list has at most. */
    public static final int MOST = 100;

    /** How many are looked through for those that cannot wait; a person is involved with far fewer. */
    private static final int SEEN = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Families.class);

    private final Households households;
    private final Sight sight;
    private final Tasks tasks;
    private final SafetyRecords safety;
    private final ReadLog log;
    private final Clock clock;

    Families(Households households, Sight sight, Tasks tasks, SafetyRecords safety, ReadLog log, Clock clock) {
        this.households = households;
        this.sight = sight;
        this.tasks = tasks;
        this.safety = safety;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Households.
     *
     * @param rows those that cannot wait first, then by the soonest term
     * @param more whether there are more than were given
     */
    public record Listed(List<FamilyRow> rows, boolean more) {

        /** Copies. */
        public Listed {
            rows = List.copyOf(rows);
        }
    }

    /**
     * All that whoever calls may see, at most {@value #MOST}, with their entry in the audit. One that cannot be read stands there as such, and takes no other
     * with it.
     */
    public Listed mine() {
        List<UUID> seen = sight.households(SEEN);
        Instant now = clock.instant();
        List<FamilyRow> rows = tasks.urgentFirst(seen, MOST).stream()
                .map(household -> rowOrNot(household, now))
                .sorted(Comparator.comparing((FamilyRow row) -> !row.red())
                        .thenComparing(FamilyRow::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        log.reads("families.read", null, detail(rows));
        return new Listed(rows, seen.size() > MOST);
    }

    private static Map<String, String> detail(List<FamilyRow> rows) {
        Map<String, String> detail = new HashMap<>();
        detail.put("count", Integer.toString(rows.size()));
        long unreadable = rows.stream().filter(row -> !row.readable()).count();
        if (unreadable > 0) {
            detail.put("unreadable", Long.toString(unreadable));
        }
        // Too many to name: whoever knows which it were can show it
        String ids =
                rows.stream().map(row -> row.household().toString()).sorted().collect(Collectors.joining("\n"));
        detail.put("households", Sha256.hexOf(ids));
        return detail;
    }

    private FamilyRow rowOrNot(UUID household, Instant now) {
        try {
            return row(household, now);
        } catch (IllegalStateException | IllegalArgumentException | JacksonException unreadable) {
            LOG.warn("a household cannot be read for the list of families: {}", household);
            return FamilyRow.unreadable(household);
        }
    }

    private FamilyRow row(UUID household, Instant now) {
        List<Task> open = tasks.of(household);
        List<ChildSafety> children = safety.of(household);
        long notEstimated = children.stream().filter(ChildSafety::isOpen).count();
        return new FamilyRow(
                household,
                households.members(household).stream()
                        .map(HouseholdMember::name)
                        .filter(Objects::nonNull)
                        .toList(),
                open.size(),
                (int) open.stream().filter(task -> task.overdue(now)).count(),
                (int) open.stream()
                        .filter(task -> task.kind() == TaskKind.ACUTE)
                        .count(),
                notEstimated > 0 || open.stream().anyMatch(task -> task.kind() == TaskKind.SAFETY_ESTIMATE),
                // What is open comes with the soonest term first
                open.isEmpty() ? null : open.getFirst().due(),
                true);
    }
}
