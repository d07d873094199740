package nl.sluis.console.regisseur;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.family.FamilyView;
import nl.sluis.feed.Unreadable;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.TaskView;
import nl.sluis.plan.PlanView;
import nl.sluis.regie.RegieView;
import nl.sluis.safety.SafetyView;
import org.jspecify.annotations.Nullable;

/**
 * A household as the page shows it.
 *
 * @param plans null where an item cannot be read, so that nobody can say whom plans cover
 * @param tasks what is open, the soonest term first
 * @param timeline what arrived, the newest day first
 */
public record HouseholdSheet(
        FamilyView family,
        RegieView regie,
        SafetyView safety,
        @Nullable PlanView plans,
        List<TaskView> tasks,
        List<TimelineDay> timeline,
        List<Unreadable> unreadable) {

    /** Copies. */
    public HouseholdSheet {
        tasks = List.copyOf(tasks);
        timeline = List.copyOf(timeline);
        unreadable = List.copyOf(unreadable);
    }

    /** The names of the members who have one, as a heading says them; empty when nobody has. */
    public String names() {
        return family.members().stream()
                .map(FamilyView.Member::name)
                .filter(name -> name != null)
                .collect(Collectors.joining(", "));
    }

    /** The name of each member who has one. */
    public Map<UUID, String> nameOf() {
        Map<UUID, String> names = new HashMap<>();
        for (FamilyView.Member member : family.members()) {
            String name = member.name();
            if (name != null) {
                names.put(member.member(), name);
            }
        }
        return names;
    }

    /** What tells of acute danger, of which nobody decided. */
    public List<TaskView> acute() {
        return tasks.stream().filter(task -> task.kind() == TaskKind.ACUTE).toList();
    }
}
