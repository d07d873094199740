package nl.sluis.handover;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
import nl.sluis.feed.Feed;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.Viewer;
import nl.sluis.followup.Task;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import nl.sluis.household.Entry;
import nl.sluis.household.Note;
import nl.sluis.household.Records;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What is done about cases that were handed over. */
@Component
class Handovers {

    private final Records records;
    private final Tasks tasks;
    private final Feed feed;
    private final WordBack word;
    private final HandoverSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    Handovers(Records records, Tasks tasks, Feed feed, Given given, AuditLog audit, Clock clock) {
        this.records = records;
        this.tasks = tasks;
        this.feed = feed;
        this.word = given.word();
        this.settings = given.settings();
        this.audit = audit;
        this.clock = clock;
    }

    /** What a handover is given to work with. */
    @Component
    record Given(WordBack word, HandoverSettings settings) {}

    /** What became of an act. */
    enum Outcome {
        /** It is on record, and told where it has to be. */
        DONE,
        /** There is no such handover. */
        NOT_THERE,
        /** There were fewer attempts than were agreed. */
        TOO_FEW_ATTEMPTS,
        /** The sender may not be told, so it is not on record either. */
        MAY_NOT_BE_TOLD
    }

    /** The handovers of a household, the oldest first. */
    List<Entry<Origin>> of(UUID household) {
        return records.of(household, Origin.KIND, Origin.class);
    }

    /** What was done about one of them, in the order in which it was done. */
    List<Act> acts(UUID household, UUID handover) {
        return records.of(household, Act.KIND, Act.class).stream()
                .map(Entry::content)
                .filter(act -> act.handover().equals(handover))
                .toList();
    }

    /** Does something here; what the sender must hear goes in the same transaction, or nothing is done. */
    @Transactional
    Outcome act(UUID household, Act act, String by) {
        Optional<Entry<Origin>> origin = records.find(household, act.handover(), Origin.KIND, Origin.class);
        if (origin.isEmpty()) {
            return Outcome.NOT_THERE;
        }
        List<Act> before = acts(household, act.handover());
        if (act.type() == Act.Type.RETURN && Standing.of(before).attempts() < settings.attempts()) {
            return Outcome.TOO_FEW_ATTEMPTS;
        }
        keep(household, act, by, clock.instant());
        if (act.type().isTold() && !tell(origin.get().content(), act, before)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Outcome.MAY_NOT_BE_TOLD;
        }
        return Outcome.DONE;
    }

    private boolean tell(Origin origin, Act act, List<Act> before) {
        Optional<FeedItem> item = feed.find(origin.item(), new Viewer.Organisation());
        String form = act.form() == null ? null : act.form().name();
        Told told = new Told(act.type().name(), form, act.person(), act.on(), text(act, before));
        return item.filter(found -> word.tell(found.message(), told)).isPresent();
    }

    private static String text(Act act, List<Act> before) {
        StringBuilder text = new StringBuilder(act.text() == null ? act.type().name() : act.text());
        if (act.type() == Act.Type.RETURN) {
            // The attempts travel with what goes back, day by day
            before.stream()
                    .filter(earlier -> earlier.type() == Act.Type.ATTEMPT)
                    .forEach(attempt -> text.append("\n")
                            .append(attempt.on())
                            .append(" ")
                            .append(attempt.form())
                            .append(" ")
                            .append(attempt.text() == null ? "" : attempt.text()));
        }
        return text.toString();
    }

    /** Keeps what was done here or at the sender, in the caller's transaction, and settles what that settles. */
    void keep(UUID household, Act act, String by, Instant at) {
        records.add(household, Note.of(Act.KIND, act).coded(act.type().name()), by, at);
        Standing now = Standing.of(acts(household, act.handover()));
        // One that is offered back is nobody's until the sender has accepted it: somebody still has to see to it
        if (now.state() == Standing.State.COMPLETE || now.state() == Standing.State.RETURNED) {
            for (Task task : tasks.of(household)) {
                if (task.kind() == TaskKind.HANDOVER_CONFIRMATION
                        && act.handover().equals(task.record())) {
                    tasks.settle(household, task.id(), now.state().name(), null, by);
                }
            }
        }
        audit.append(
                "handover.act",
                null,
                Map.of(
                        "household", household.toString(),
                        "handover", act.handover().toString(),
                        "type", act.type().name(),
                        "state", now.state().name()));
    }
}
