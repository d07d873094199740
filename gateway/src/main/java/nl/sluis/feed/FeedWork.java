package nl.sluis.feed;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.sluis.audit.AuditLog;
import nl.sluis.feed.WorkRows.Standing;
import nl.sluis.followup.FollowupSettings;
import nl.sluis.followup.Opening;
import nl.sluis.followup.Task;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import nl.sluis.household.Entry;
import nl.sluis.household.Note;
import nl.sluis.household.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a team does with an item. A report is never without an owner: first the task to take it up has one, then the item. Passing on counts only when
 * the other accepted, and handing back is a decision that another looks at when the reporter does not agree. Each act is recorded with
 * its reason, and opens the task to tell the reporter. An item is changed by one at a time; whoever comes second finds what the first did.
 */
@Component
public class FeedWork {

    private static final Set<FeedState> NOBODYS = Set.of(FeedState.NEW, FeedState.HANDED_BACK);
    private static final Set<FeedState> IN_HAND = Set.of(FeedState.NEW, FeedState.TAKEN_UP);

    private final Feed feed;
    private final WorkRows rows;
    private final Tasks tasks;
    private final Records records;
    private final Rest rest;

    FeedWork(Feed feed, WorkRows rows, Tasks tasks, Records records, Rest rest) {
        this.feed = feed;
        this.rows = rows;
        this.tasks = tasks;
        this.records = records;
        this.rest = rest;
    }

    /** What tells how long, when, to whom it is proved and who hears of it. */
    record Rest(FollowupSettings settings, AuditLog audit, Clock clock, ItemNews news) {}

    /**
     * Who acts, and why.
     *
     * @param viewer as whom they look
     * @param by who calls: an id, never a name
     * @param reason in words; null where none is needed
     */
    public record Actor(Viewer viewer, String by, @Nullable String reason) {}

    /** Makes it somebody's. Again by the same changes nothing. */
    @Transactional
    public WorkResult takeUp(UUID id, String person, Actor actor) {
        return acted(id, actor, item -> {
            if (item.state() == FeedState.TAKEN_UP && person.equals(item.owner())) {
                return done(id, Told.NOTHING, actor);
            }
            if (!NOBODYS.contains(item.state())) {
                return new WorkResult.NotNow(item.state());
            }
            if (contested(item, id) && person.equals(item.owner())) {
                return new WorkResult.NotTheirs();
            }
            rows.set(id, FeedState.TAKEN_UP, person);
            tasks.settleItem(item.household(), TaskKind.TAKE_UP, id, "TAKEN_UP", actor.by());
            tasks.settleItem(item.household(), TaskKind.CONTESTED, id, "TAKEN_UP", actor.by());
            recorded(item, id, "TAKEN_UP", person, actor);
            return done(id, Told.TAKEN_UP, actor);
        });
    }

    /** Asks somebody else to take it; until they accept it stays with who asked. */
    @Transactional
    public WorkResult passOn(UUID id, String from, String to, Actor actor) {
        return acted(id, actor, item -> {
            if (!IN_HAND.contains(item.state())) {
                return new WorkResult.NotNow(item.state());
            }
            String passer = item.owner() == null ? from : item.owner();
            if (to.equals(passer) || hadItBefore(item.household(), id, to)) {
                return new WorkResult.InARing();
            }
            rows.set(id, FeedState.PASSED_ON, passer);
            tasks.ofItem(item.household(), TaskKind.TAKE_UP, id)
                    .ifPresent(task -> tasks.assign(item.household(), task.id(), passer, actor.by()));
            tasks.open(
                    item.household(),
                    Opening.of(TaskKind.PASS_ON_ACCEPTANCE)
                            .aboutItem(id)
                            .ownedBy(to)
                            .dueAt(rest.settings()
                                    .until("acceptance", rest.clock().instant()))
                            .because(actor.reason()));
            recorded(item, id, "PASSED_ON", passer, actor);
            return done(id, Told.NOTHING, actor);
        });
    }

    /** Accepts what was passed on, or does not; only who was asked can. */
    @Transactional
    public WorkResult accept(UUID id, String person, boolean accepted, Actor actor) {
        return acted(id, actor, item -> {
            Optional<Task> asked = tasks.ofItem(item.household(), TaskKind.PASS_ON_ACCEPTANCE, id);
            if (item.state() != FeedState.PASSED_ON || asked.isEmpty()) {
                return new WorkResult.NotNow(item.state());
            }
            if (!person.equals(asked.get().owner())) {
                return new WorkResult.NotTheirs();
            }
            String code = accepted ? "ACCEPTED" : "NOT_ACCEPTED";
            tasks.settle(item.household(), asked.get().id(), code, actor.reason(), actor.by());
            recorded(item, id, code, person, actor);
            if (!accepted) {
                giveBack(item, id);
                return done(id, Told.NOTHING, actor);
            }
            rows.set(id, FeedState.TAKEN_UP, person);
            tasks.settleItem(item.household(), TaskKind.TAKE_UP, id, "TAKEN_UP", actor.by());
            return done(id, Told.TAKEN_UP, actor);
        });
    }

    /** It is the reporter's again: a decision with a reason. When the reporter does not agree, another decides once more. */
    @Transactional
    public WorkResult handBack(UUID id, String person, Actor actor) {
        return acted(id, actor, item -> {
            boolean contested = contested(item, id);
            if (!IN_HAND.contains(item.state()) && !contested) {
                return new WorkResult.NotNow(item.state());
            }
            if (contested && person.equals(item.owner())) {
                return new WorkResult.NotTheirs();
            }
            rows.set(id, FeedState.HANDED_BACK, person);
            tasks.settleItem(item.household(), TaskKind.TAKE_UP, id, "HANDED_BACK", actor.by());
            tasks.settleItem(item.household(), TaskKind.CONTESTED, id, "HANDED_BACK", actor.by());
            recorded(item, id, "HANDED_BACK", person, actor);
            return done(id, Told.HANDED_BACK, actor);
        });
    }

    /** The reporter does not agree, as somebody heard; what the reporter sends by itself does the same. */
    @Transactional
    public WorkResult contest(UUID id, Actor actor) {
        return acted(id, actor, item -> {
            if (item.state() != FeedState.HANDED_BACK) {
                return new WorkResult.NotNow(item.state());
            }
            tasks.open(
                    item.household(),
                    Opening.of(TaskKind.CONTESTED)
                            .aboutItem(id)
                            .ownedByRole(rest.settings().contestRole())
                            .dueAt(rest.settings().until("contest", rest.clock().instant()))
                            .because(actor.reason()));
            recorded(item, id, "CONTESTED", null, actor);
            return done(id, Told.NOTHING, actor);
        });
    }

    /** It is done; not while something is open that forbids it. */
    @Transactional
    public WorkResult close(UUID id, String person, Actor actor) {
        return acted(id, actor, item -> {
            if (item.state() == FeedState.CLOSED) {
                return new WorkResult.NotNow(item.state());
            }
            List<Task> open = tasks.forbidding(item.household(), id);
            if (!open.isEmpty()) {
                return new WorkResult.Forbidden(open);
            }
            rows.set(id, FeedState.CLOSED, item.owner() == null ? person : item.owner());
            tasks.settleItem(item.household(), TaskKind.TAKE_UP, id, "CLOSED", actor.by());
            recorded(item, id, "CLOSED", null, actor);
            return done(id, Told.CLOSED, actor);
        });
    }

    /** It goes back to who passed it on: it was never anybody else's. */
    void giveBack(Standing item, UUID id) {
        boolean takenUp = tasks.ofItem(item.household(), TaskKind.TAKE_UP, id).isEmpty();
        rows.set(id, takenUp ? FeedState.TAKEN_UP : FeedState.NEW, takenUp ? item.owner() : null);
        rest.news().happened(id, ItemNews.What.CHANGED);
    }

    /** The reporter was told: nothing is due any more. */
    @Transactional
    public void told(FeedItem item, String by) {
        tasks.settleItem(item.household(), TaskKind.FEEDBACK_DUE, item.id(), "TOLD", by);
    }

    /** What was answered to a message of this organisation, oldest first. */
    public List<FeedItem> wordBack(UUID message) {
        return rows.answers(message).stream()
                .flatMap(id -> feed.find(id, new Viewer.Organisation()).stream())
                .toList();
    }

    private boolean contested(Standing item, UUID id) {
        return item.state() == FeedState.HANDED_BACK
                && tasks.ofItem(item.household(), TaskKind.CONTESTED, id).isPresent();
    }

    private WorkResult acted(UUID id, Actor actor, Function<Standing, WorkResult> act) {
        if (feed.find(id, actor.viewer()).isEmpty()) {
            return new WorkResult.NotThere();
        }
        return rows.locked(id).map(act).orElseGet(WorkResult.NotThere::new);
    }

    private boolean hadItBefore(UUID household, UUID id, String person) {
        return records.of(household, Act.KIND, Act.class).stream()
                .filter(entry -> entry.content().item().equals(id) && "PASSED_ON".equals(entry.code()))
                .map(Entry::content)
                .anyMatch(act -> person.equals(act.who()));
    }

    private void recorded(Standing item, UUID id, String code, @Nullable String who, Actor actor) {
        if (!code.equals("NOT_ACCEPTED")) {
            // Of that, giving back tells
            rest.news().happened(id, ItemNews.What.CHANGED);
        }
        records.add(
                item.household(),
                Note.of(Act.KIND, new Act(id, who, actor.reason())).coded(code),
                actor.by(),
                rest.clock().instant());
        rest.audit()
                .append(
                        "item." + code.toLowerCase(Locale.ROOT).replace('_', '-'),
                        null,
                        Map.of("household", item.household().toString(), "item", id.toString()));
    }

    private WorkResult done(UUID id, Told tell, Actor actor) {
        FeedItem item = feed.find(id, actor.viewer()).orElseThrow();
        if (tell != Told.NOTHING) {
            tasks.open(
                    item.household(),
                    Opening.of(TaskKind.FEEDBACK_DUE)
                            .aboutItem(id)
                            .ownedBy(item.owner())
                            .dueAt(rest.settings()
                                    .until("feedback", rest.clock().instant())));
        }
        return new WorkResult.Done(item, tell);
    }
}
