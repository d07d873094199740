package nl.sluis.family;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.sluis.audit.ReadLog;
import nl.sluis.followup.Task;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import nl.sluis.household.HouseholdMember;
import nl.sluis.household.Households;
import nl.sluis.household.Sight;
import nl.sluis.safety.ChildSafety;
import nl.sluis.safety.SafetyRecords;
import org.springframework.stereotype.Component;

/** The households of whoever calls as a list: what of each is open, past its term, and what cannot wait. */
@Component
public final class Families {

    /** How many households one list has at most. */
    public static final int MOST = 100;

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

    /** All that whoever calls may see, at most {@value #MOST}, with their entry in the audit. */
    public Listed mine() {
        List<UUID> seen = sight.households(MOST + 1);
        Instant now = clock.instant();
        List<FamilyRow> rows = seen.stream()
                .limit(MOST)
                .map(household -> row(household, now))
                .sorted(Comparator.comparing((FamilyRow row) -> !row.red())
                        .thenComparing(FamilyRow::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        log.reads("families.read", null, Map.of("count", Integer.toString(rows.size())));
        return new Listed(rows, seen.size() > MOST);
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
                open.isEmpty() ? null : open.getFirst().due());
    }
}
