package nl.sluis.followup;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.audit.ReadLog;
import nl.sluis.household.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is shown of tasks, with its entry in the audit before it is given. */
@Component
public final class TaskReads {

    private final Tasks tasks;
    private final Sight sight;
    private final ReadLog log;
    private final Clock clock;

    TaskReads(Tasks tasks, Sight sight, ReadLog log, Clock clock) {
        this.tasks = tasks;
        this.sight = sight;
        this.log = log;
        this.clock = clock;
    }

    /** What is open about a household, for who was found to see it; the soonest term first. */
    public List<TaskView> of(UUID household) {
        return shown(tasks.of(household), household);
    }

    /**
     * Tasks as they are shown.
     *
     * @param household of all of them; null when they are of several
     */
    List<TaskView> shown(List<Task> found, @Nullable UUID household) {
        Instant now = clock.instant();
        List<TaskView> shown = found.stream()
                .map(task -> TaskView.of(task, sight.sees(task.household()), now))
                .toList();
        Map<String, String> detail = new HashMap<>();
        detail.put("count", Integer.toString(shown.size()));
        if (household != null) {
            detail.put("household", household.toString());
        }
        log.reads("tasks.read", null, detail);
        return shown;
    }
}
