package nl.sluis.followup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.sluis.access.CurrentCaller;
import nl.sluis.household.Sight;
import nl.sluis.node.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What must still be done, for the team's own systems and for the people who do it. */
@RestController
class TaskController {

    /** How many tasks of all households one answer has. */
    static final int MOST = 200;

    private final Tasks tasks;
    private final TaskReads reads;
    private final Settling settling;
    private final Sight sight;
    private final Clock clock;

    TaskController(Tasks tasks, TaskReads reads, Settling settling, Sight sight, Clock clock) {
        this.tasks = tasks;
        this.reads = reads;
        this.settling = settling;
        this.sight = sight;
        this.clock = clock;
    }

    /**
     * Tasks.
     *
     * @param more whether there are more than were given
     */
    record Shown(List<TaskView> tasks, boolean more) {}

    @GetMapping("/v1/households/{household}/tasks")
    ResponseEntity<?> ofHousehold(@PathVariable UUID household) {
        if (!sight.sees(household)) {
            return Problems.notFound();
        }
        return shown(reads.of(household), false);
    }

    @GetMapping("/v1/tasks")
    ResponseEntity<?> all(
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String overdue) {
        if (overdue != null && !overdue.equals("true") && !overdue.equals("false")) {
            return Problems.unprocessable("overdue", "NOT_A_BOOLEAN", "true or false");
        }
        // A person asks for what is theirs, whatever else they say
        String whose = CurrentCaller.person().orElse(owner);
        Instant passed = "true".equals(overdue) ? clock.instant() : null;
        List<Task> found = tasks.open(new TaskQuestion(whose, passed), MOST + 1);
        return shown(reads.shown(found.stream().limit(MOST).toList(), null), found.size() > MOST);
    }

    @PostMapping("/v1/households/{household}/tasks/{task}/settlement")
    ResponseEntity<?> settle(
            @PathVariable UUID household, @PathVariable UUID task, @RequestBody Settling.Settlement settlement) {
        return switch (settling.settle(household, task, settlement)) {
            case NO_CODE ->
                Problems.unprocessable(
                        "/code",
                        settlement.code() == null ? "REQUIRED" : "NOT_A_CODE",
                        "What was decided: 1 to 60 of A-Z a-z 0-9 _ -");
            case NO_REASON ->
                Problems.unprocessable(
                        "/reason",
                        settlement.reason() == null ? "REQUIRED" : "NOT_A_REASON",
                        "Why, in 1 to 2000 characters");
            case SETTLED -> ResponseEntity.noContent().build();
            case NOT_THERE -> Problems.notFound();
            case SETTLED_BEFORE -> Problems.conflict("It was settled already");
            case BY_ITS_OWN_ACT -> Problems.conflict("It is settled by doing it, with the call that is there for that");
        };
    }

    private static ResponseEntity<Shown> shown(List<TaskView> tasks, boolean more) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Shown(tasks, more));
    }
}
