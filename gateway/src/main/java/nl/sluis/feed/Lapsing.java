package nl.sluis.feed;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import nl.sluis.node.OneAtATime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives back what nobody accepted in its term to who passed it on. Safe in every process of a node: what one gave back, another finds settled.
 */
@Component
class Lapsing {

    /** A look; what is left over is given back at the next. */
    private static final int AT_ONCE = 500;

    private static final String NODE = "node";

    private final JdbcClient jdbc;
    private final WorkRows rows;
    private final FeedWork work;
    private final Tasks tasks;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final OneAtATime underWay = new OneAtATime();

    Lapsing(JdbcClient jdbc, WorkRows rows, FeedWork work, Tasks tasks, Clock clock, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.work = work;
        this.tasks = tasks;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** At a fixed rate: all that has a fixed delay shares one thread, and waits for the slowest. */
    @Scheduled(fixedRate = 60_000, initialDelay = 60_000)
    void look() {
        underWay.run(this::giveBack);
    }

    /** As many as there are, each in a transaction of its own. */
    void giveBack() {
        lapsed().forEach(one -> transactions.executeWithoutResult(status -> giveBack(one)));
    }

    private record Lapsed(UUID task, UUID item) {}

    private List<Lapsed> lapsed() {
        return jdbc.sql("""
                        SELECT t.id, f.id FROM feed_item f JOIN task t ON t.item = f.id
                        WHERE t.kind = ? AND t.settled_at IS NULL AND t.due < ? AND f.stage = 'PASSED_ON'
                        ORDER BY t.due LIMIT ?""")
                .params(TaskKind.PASS_ON_ACCEPTANCE.name(), clock.instant().atOffset(ZoneOffset.UTC), AT_ONCE)
                .query((row, n) -> new Lapsed(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    // As whoever accepts at the same time: its household, the item, the task. Who comes second finds it settled
    private void giveBack(Lapsed one) {
        rows.locked(one.item())
                .filter(standing -> standing.state() == FeedState.PASSED_ON)
                .filter(standing -> tasks.settle(standing.household(), one.task(), "NOT_ACCEPTED_IN_TIME", null, NODE))
                .ifPresent(standing -> work.giveBack(standing, one.item()));
    }
}
