package nl.sluis.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.Urgency;
import nl.sluis.followup.FollowupSettings;
import nl.sluis.followup.Opening;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What must be done about an item from the moment it is there: somebody takes it up, decides when it is acute, looks at signals that come
 * together, and looks again at what was handed back when its reporter says more.
 */
@Component
final class ArrivalTasks implements Arrived {

    /** Of these nobody asks anything: they answer, tell or put right. */
    private static final Set<MessageKind> ASKING_NOTHING = EnumSet.of(
            MessageKind.INFO_PROVISION,
            MessageKind.PLAN_SUMMARY,
            MessageKind.FEEDBACK,
            MessageKind.CONSENT_EVENT,
            MessageKind.CORRECTION);

    private static final Set<MessageKind> SIGNALS = EnumSet.of(
            MessageKind.SIGNAL, MessageKind.ARREARS_SIGNAL, MessageKind.VT_REPORT, MessageKind.RISK_INDEX_SIGNAL);

    // One statement, which opens nothing where there is no pattern: a family that is known makes no more work than
    // another
    private static final String PATTERN = """
            WITH counted AS (
                SELECT f.id, f.sender FROM feed_item f WHERE f.household_id = :household AND f.is_signal AND f.arrived_at > :since
                    AND NOT EXISTS (SELECT 1 FROM task t JOIN task_items i ON i.task = t.id
                        WHERE t.household_id = :household AND t.kind = 'PATTERN' AND t.settled_at IS NOT NULL AND i.item = f.id)),
            opened AS (
                INSERT INTO task (id, household_id, kind, owner, owner_role, opened_at, due)
                SELECT :id, :household, 'PATTERN', (SELECT max(t.owner) FROM task t WHERE t.item = :item AND t.kind = 'TAKE_UP'),
                    :role, :now, :due FROM counted
                HAVING count(*) >= :signals AND count(DISTINCT sender) >= :sources
                ON CONFLICT (household_id, kind, coalesce(item, household_id), coalesce(member_id, household_id),
                    coalesce(record, household_id)) WHERE settled_at IS NULL
                DO UPDATE SET kind = EXCLUDED.kind RETURNING id)
            INSERT INTO task_items (task, item) SELECT o.id, c.id FROM opened o CROSS JOIN counted c ON CONFLICT DO NOTHING""";

    private static final String CONTESTED = """
            INSERT INTO task (id, household_id, kind, item, owner_role, opened_at, due)
            SELECT gen_random_uuid(), f.household_id, 'CONTESTED', f.id, :role, :now, :due FROM feed_item f
            WHERE f.thread_id = :thread AND f.sender = :sender AND f.stage = 'HANDED_BACK' AND f.id <> :item
            ON CONFLICT (household_id, kind, coalesce(item, household_id), coalesce(member_id, household_id),
                coalesce(record, household_id)) WHERE settled_at IS NULL DO NOTHING""";

    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final FollowupSettings settings;

    ArrivalTasks(JdbcClient jdbc, Tasks tasks, FollowupSettings settings) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.settings = settings;
    }

    @Override
    public void arrived(UUID item, UUID household, Message message, Instant at) {
        if (ASKING_NOTHING.contains(message.kind())) {
            if (message.kind() == MessageKind.FEEDBACK) {
                contested(item, message, at);
            }
            return;
        }
        Instant due = settings.takeUp(message.kind(), message.urgency(), at);
        tasks.open(household, Opening.of(TaskKind.TAKE_UP).aboutItem(item).dueAt(due));
        if (message.urgency() == Urgency.ACUTE) {
            tasks.open(household, Opening.of(TaskKind.ACUTE).aboutItem(item).dueAt(due));
        }
        jdbc.sql("UPDATE feed_item SET due = ?, is_signal = ? WHERE id = ?")
                .params(due.atOffset(ZoneOffset.UTC), SIGNALS.contains(message.kind()), item)
                .update();
        contested(item, message, at);
        if (SIGNALS.contains(message.kind())) {
            pattern(item, household, at);
        }
    }

    private void pattern(UUID item, UUID household, Instant at) {
        FollowupSettings.Signals pattern = settings.pattern();
        jdbc.sql(PATTERN)
                .param("id", UUID.randomUUID())
                .param("household", household)
                .param("item", item)
                .param("since", at.minus(Duration.ofDays(pattern.days())).atOffset(ZoneOffset.UTC))
                .param("role", settings.role())
                .param("now", at.atOffset(ZoneOffset.UTC))
                .param("due", settings.until("take-up", at).atOffset(ZoneOffset.UTC))
                .param("signals", pattern.signals())
                .param("sources", pattern.sources())
                .update();
    }

    /** A reporter who says more after it was handed back does not agree, or has something new: another role looks at it. */
    private void contested(UUID item, Message message, Instant at) {
        jdbc.sql(CONTESTED)
                .param("role", settings.contestRole())
                .param("now", at.atOffset(ZoneOffset.UTC))
                .param("due", settings.until("contest", at).atOffset(ZoneOffset.UTC))
                .param("thread", message.thread().value())
                .param("sender", message.sender().value())
                .param("item", item)
                .update();
    }
}
