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
 * Gives back what nobody accepted in its term to who passed it on. Safe in every process of a node: what one has in hand, others pass by.
 */
@Component
class Lapsing {

    private static final int AT_ONCE = 50;
    private static final String NODE = "node";

    private final JdbcClient jdbc;
    private final FeedWork work;
    private final Tasks tasks;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final OneAtATime underWay = new OneAtATime();

    Lapsing(JdbcClient jdbc, FeedWork work, Tasks tasks, Clock clock, TransactionTemplate transactions) {
        this.jdbc = jdbc;
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

    /** As many as there are. */
    void giveBack() {
        int done = AT_ONCE;
        while (done == AT_ONCE) {
            Integer some = transactions.execute(status -> some());
            done = some == null ? 0 : some;
        }
    }

    private record Lapsed(UUID task, UUID item, WorkRows.Standing standing) {}

    // The item first, as whoever accepts at the same time does: else the two would wait for each other
    private int some() {
        List<Lapsed> lapsed = jdbc.sql("""
                        SELECT t.id, f.id, f.household_id, f.owner FROM feed_item f JOIN task t ON t.item = f.id
                        WHERE t.kind = ? AND t.settled_at IS NULL AND t.due < ? AND f.stage = 'PASSED_ON'
                        ORDER BY t.due LIMIT ? FOR UPDATE OF f SKIP LOCKED""")
                .params(TaskKind.PASS_ON_ACCEPTANCE.name(), clock.instant().atOffset(ZoneOffset.UTC), AT_ONCE)
                .query((row, n) -> new Lapsed(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        new WorkRows.Standing(row.getObject(3, UUID.class), FeedState.PASSED_ON, row.getString(4))))
                .list();
        lapsed.stream()
                .filter(one -> tasks.settle(one.standing().household(), one.task(), "NOT_ACCEPTED_IN_TIME", null, NODE))
                .forEach(one -> work.giveBack(one.standing(), one.item()));
        return lapsed.size();
    }
}
