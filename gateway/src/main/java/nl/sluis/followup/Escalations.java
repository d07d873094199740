package nl.sluis.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
import nl.sluis.node.OneAtATime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives what is overdue to the next role of the ladder, with a term of its own; the person who owned it goes on owning it. On the last step it
 * stays overdue, where everybody sees it. Safe in every process of a node: what one has in hand, others pass by.
 */
@Component
class Escalations {

    // One a transaction: who settles several holds the tip of the audit and wants the next of them

    private static final int AT_ONCE = 1;

    private final JdbcClient jdbc;
    private final Ladder ladder;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final OneAtATime underWay = new OneAtATime();

    Escalations(JdbcClient jdbc, Ladder ladder, AuditLog audit, Clock clock, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.ladder = ladder;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** At a fixed rate: all that has a fixed delay shares one thread, and waits for the slowest. */
    @Scheduled(fixedRate = 60_000, initialDelay = 60_000)
    void look() {
        underWay.run(this::escalate);
    }

    /** As many as there are. */
    void escalate() {
        int done = AT_ONCE;
        while (done == AT_ONCE) {
            Integer some = transactions.execute(status -> some());
            done = some == null ? 0 : some;
        }
    }

    private record Overdue(UUID id, UUID household, int step) {}

    private int some() {
        Instant now = clock.instant();
        // What waits for an acceptance goes back to who passed it on instead
        List<Overdue> overdue = jdbc.sql(
                        "SELECT id, household_id, step FROM task WHERE settled_at IS NULL AND due < :now"
                                + " AND step < :steps AND kind <> '" + TaskKind.PASS_ON_ACCEPTANCE.name()
                                + "' ORDER BY due LIMIT :most FOR UPDATE SKIP LOCKED")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("steps", ladder.size())
                .param("most", AT_ONCE)
                .query((row, n) ->
                        new Overdue(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3)))
                .list();
        overdue.forEach(task -> escalate(task, now));
        return overdue.size();
    }

    private void escalate(Overdue task, Instant now) {
        String to = ladder.role(task.step());
        jdbc.sql("UPDATE task SET step = step + 1, owner_role = ?, due = ? WHERE id = ?")
                .params(to, ladder.until(task.step(), now).atOffset(ZoneOffset.UTC), task.id())
                .update();
        audit.append(
                "task.escalated",
                null,
                Map.of(
                        "household", task.household().toString(),
                        "task", task.id().toString(),
                        "step", Integer.toString(task.step() + 1),
                        "role", to));
    }
}
