package nl.sluis.feed;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.sluis.followup.Task;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import nl.sluis.followup.Term;
import nl.sluis.household.Sight;
import nl.sluis.node.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A household as work: acute danger first, until somebody decided, then what is open, the newest first. */
@RestController
class OverviewController {

    /** As many items as a page of the feed has at most. */
    private static final int MOST = FeedQuery.MAX_LIMIT;

    private final FeedReads feed;
    private final Tasks tasks;
    private final Sight sight;
    private final Clock clock;

    OverviewController(FeedReads feed, Tasks tasks, Sight sight, Clock clock) {
        this.feed = feed;
        this.tasks = tasks;
        this.sight = sight;
        this.clock = clock;
    }

    /**
     * An item as work.
     *
     * @param pinned whether it tells of acute danger and nobody decided yet
     * @param ageDays since the day on which it came, in the Netherlands
     * @param owner the person who has it, or who must take it up; null when only a role does
     * @param ownerRole the role that must take it up when no person does; null when somebody has it
     */
    record Line(
            FeedItemView item,
            boolean pinned,
            long ageDays,
            @Nullable String owner,
            @Nullable String ownerRole) {}

    /** The household; what of it cannot be read stands by itself. */
    record Overview(UUID household, List<Line> lines, List<Unreadable> unreadable) {}

    @GetMapping("/v1/households/{household}/overview")
    ResponseEntity<?> overview(@PathVariable UUID household) {
        if (!sight.sees(household)) {
            return Problems.notFound();
        }
        List<Task> open = tasks.of(household);
        Map<UUID, Task> acute = byItem(open, TaskKind.ACUTE);
        Map<UUID, Task> toTakeUp = byItem(open, TaskKind.TAKE_UP);
        FeedPage page = feed.byWork(household, MOST);
        List<Line> lines = page.items().stream()
                .map(item -> line(item, acute.containsKey(item.id()), toTakeUp.get(item.id())))
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Overview(household, lines, page.unreadable()));
    }

    private Line line(FeedItem item, boolean pinned, @Nullable Task task) {
        LocalDate came = LocalDate.ofInstant(item.arrivedAt(), Term.ZONE);
        long age = ChronoUnit.DAYS.between(came, LocalDate.ofInstant(clock.instant(), Term.ZONE));
        return new Line(
                FeedItemView.of(item),
                pinned,
                age,
                item.owner() != null || task == null ? item.owner() : task.owner(),
                task == null ? null : task.ownerRole());
    }

    private static Map<UUID, Task> byItem(List<Task> open, TaskKind kind) {
        return open.stream()
                .filter(task -> task.kind() == kind && task.item() != null)
                .collect(Collectors.toMap(task -> Objects.requireNonNull(task.item()), Function.identity()));
    }
}
