package nl.sluis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerBuilder;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

class ClockworkTest {

    private static final Duration CEILING = Duration.ofSeconds(60);

    private final OutboxFixture node = new OutboxFixture();
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger looks = new AtomicInteger();

    @AfterEach
    void close() {
        released.countDown();
        node.channel.close();
        node.acute.close();
    }

    @Test
    void goesOnWhileAnotherTaskOfTheNodeHoldsUpAllThatHasAFixedDelay() {
        ScheduledTaskRegistrar tasks = new ScheduledTaskRegistrar();
        AtomicInteger neighbour = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        // As Spring Boot makes it where threads are virtual
        try (SimpleAsyncTaskScheduler scheduler =
                new SimpleAsyncTaskSchedulerBuilder().virtualThreads(true).build()) {
            tasks.setTaskScheduler(scheduler);
            tasks.addFixedDelayTask(() -> wait(begun), Duration.ofMillis(1));
            tasks.afterPropertiesSet();
            await().atMost(CEILING).until(() -> begun.getCount() == 0);
            scheduler.scheduleWithFixedDelay(neighbour::incrementAndGet, Duration.ofMillis(1));
            ScheduledTaskRegistrar own = new ScheduledTaskRegistrar();
            own.setTaskScheduler(scheduler);
            new OutboxConfiguration().retryClock(clockwork(false)).configureTasks(own);
            own.afterPropertiesSet();

            await().atMost(CEILING).until(() -> looks.get() >= 3);

            assertThat(neighbour).as("the slow one does hold up the others").hasValue(0);
            released.countDown();
        }
    }

    @Test
    void doesNotBeginAgainWhileItIsUnderWay() throws InterruptedException {
        Clockwork slow = clockwork(true);
        CountDownLatch done = new CountDownLatch(1);
        OutboxFixture.OWN_THREAD.execute(() -> {
            slow.tick();
            done.countDown();
        });
        await().atMost(CEILING).until(() -> looks.get() == 1);

        slow.tick();
        assertThat(looks).hasValue(1);
        released.countDown();
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        slow.tick();

        assertThat(looks).hasValue(2);
    }

    @Test
    void nothingExpiresAndNoContentIsDestroyedWhileAPersonHasYetToLookAtADatabaseThatWasPutBack() {
        Outgoing waiting = node.message(MessageState.QUEUED);
        Outgoing failed = node.message(MessageState.QUEUED);
        node.jdbc
                .sql("UPDATE outgoing SET state = 'FAILED', expires_at = NULL, keep_until = '2026-11-23'"
                        + " WHERE id = ?")
                .param(failed.id().value())
                .update();
        node.clock.advance(Duration.ofDays(30));
        node.parked = true;
        node.clockwork.tick();
        assertThat(node.state(waiting)).isEqualTo(MessageState.QUEUED);
        assertThat(contents()).isEqualTo(2);

        node.parked = false;
        node.clockwork.tick();
        assertThat(node.state(waiting)).as("terms count as always").isEqualTo(MessageState.FAILED);
        assertThat(contents()).isEqualTo(1);
    }

    private long contents() {
        return node.jdbc
                .sql("SELECT count(*) FROM outgoing WHERE content IS NOT NULL")
                .query(Long.class)
                .single();
    }

    private Clockwork clockwork(boolean waiting) {
        return new Clockwork(
                node.queue,
                new Terms(node.jdbc, node.log, node.alarms, node.audit, node.settings, node.clock),
                () -> {
                    looks.incrementAndGet();
                    if (waiting) {
                        wait(new CountDownLatch(1));
                    }
                    return Set.of();
                },
                () -> false,
                node.transactions);
    }

    private void wait(CountDownLatch begun) {
        begun.countDown();
        try {
            if (!released.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("never released");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
