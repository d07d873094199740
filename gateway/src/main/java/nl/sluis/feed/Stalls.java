package nl.sluis.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.followup.FollowupSettings;
import nl.sluis.followup.Ladder;
import nl.sluis.followup.Opening;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import nl.sluis.household.Households;
import nl.sluis.node.OneAtATime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees households where something is open and nobody did anything for too long: whoever has regie has the task {@code STALLED}, and the first
 * role of the ladder has it too. What arrives, and what the node does by itself, is nobody's act. Safe in every process of a node.
 */
@Component
class Stalls {

    /** A look; what is left over is seen at the next. */
    private static final int AT_ONCE = 500;

    /**
     * Open is an item that somebody has and what is past its term, both unless the household was closed after they came; a day to look again is
     * no worry. Codes of closing stand here as its package writes them, since it builds on this one.
     */
    private static final String STALLED = """
            WITH closed AS (
                SELECT household_id, max(recorded_at) AS at FROM household_record
                WHERE (kind = 'CLOSING' AND code = 'CLOSES') OR (kind = 'CLOSING_COSIGNATURE' AND code = 'AGREED')
                GROUP BY household_id),
            worried AS (
                SELECT f.household_id FROM feed_item f LEFT JOIN closed c ON c.household_id = f.household_id
                WHERE f.stage IN ('TAKEN_UP', 'PASSED_ON') AND f.arrived_at < :before AND (c.at IS NULL OR f.arrived_at > c.at)
                UNION
                SELECT t.household_id FROM task t LEFT JOIN closed c ON c.household_id = t.household_id
                WHERE t.settled_at IS NULL AND t.opened_at < :before AND t.due < :now AND (c.at IS NULL OR t.opened_at > c.at)
                    AND t.kind NOT IN ('STALLED', 'LOOK_AGAIN'))
            SELECT w.household_id FROM worried w
            WHERE NOT EXISTS (SELECT 1 FROM household_record r WHERE r.household_id = w.household_id
                    AND r.recorded_at >= :before AND r.recorded_by <> 'node')
                AND NOT EXISTS (SELECT 1 FROM task t WHERE t.household_id = w.household_id AND
                    (t.kind = 'STALLED' AND t.settled_at IS NULL OR t.settled_at >= :before AND t.settled_by <> 'node'))
            LIMIT :most""";

    private final JdbcClient jdbc;
    private final Households households;
    private final Tasks tasks;
    private final FeedWork.Rest rest;
    private final Ladder ladder;
    private final TransactionTemplate transactions;
    private final OneAtATime underWay = new OneAtATime();

    Stalls(
            JdbcClient jdbc,
            Households households,
            Tasks tasks,
            FeedWork.Rest rest,
            Ladder ladder,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.households = households;
        this.tasks = tasks;
        this.rest = rest;
        this.ladder = ladder;
        this.transactions = transactions;
    }

    /** At a fixed rate: all that has a fixed delay shares one thread, and waits for the slowest. */
    @Scheduled(fixedRate = 3_600_000, initialDelay = 120_000)
    void look() {
        underWay.run(this::see);
    }

    /** As many as there are, each in a transaction of its own. */
    void see() {
        Instant now = rest.clock().instant();
        stalled(now).forEach(household -> transactions.executeWithoutResult(status -> open(household, now)));
    }

    private List<UUID> stalled(Instant now) {
        return jdbc.sql(STALLED)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", now.minus(rest.settings().stalledAfter()).atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    // It may be erased, or joined to another, since it was seen
    private void open(UUID household, Instant now) {
        if (!households.hold(household)) {
            return;
        }
        FollowupSettings settings = rest.settings();
        tasks.open(
                household,
                Opening.of(TaskKind.STALLED).ownedByRole(ladder.first()).dueAt(settings.until("escalation", now)));
        rest.audit().append("household.stalled", null, Map.of("household", household.toString()));
    }
}
