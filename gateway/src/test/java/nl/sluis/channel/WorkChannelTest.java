package nl.sluis.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class WorkChannelTest {

    private final DataSource database = TestDatabase.migrated();
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private final TestChannel channel = new TestChannel("outbox", database);
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        channel.close();
    }

    @Test
    void whatIsPutInATransactionIsDoneOnceItCommitsAndNeverWhenItDoesNot() {
        channel.start();
        channel.channel().work(done::add);

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    channel.channel().put("rolled back");
                    throw new IllegalStateException("the step failed");
                }))
                .hasMessage("the step failed");
        transaction.executeWithoutResult(status -> channel.channel().put("committed"));

        await().atMost(Duration.ofSeconds(20)).until(() -> done.contains("committed") && channel.waiting() == 0);
        assertThat(done).containsExactly("committed");
    }

    @Test
    void whatNobodyWasNotifiedOfIsDoneAtTheNextWake() {
        channel.start();
        channel.channel().work(done::add);
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("ALTER TABLE int_channel_message DISABLE TRIGGER USER").update();
        transaction.executeWithoutResult(status -> channel.channel().put("given back"));
        assertThat(done).isEmpty();

        channel.channel().wake();

        await().atMost(Duration.ofSeconds(20)).until(() -> done.contains("given back") && channel.waiting() == 0);
    }

    @Test
    void oneThatFailsDoesNotStandBeforeTheOthers() {
        channel.start();
        transaction.executeWithoutResult(status -> {
            channel.channel().put("poison");
            channel.channel().put("deep poison");
            channel.channel().put("good");
        });
        channel.channel().work(reference -> {
            done.add(reference);
            if (reference.equals("poison")) {
                throw new IllegalStateException("cannot be done");
            }
            if (reference.equals("deep poison")) {
                throw new StackOverflowError();
            }
        });

        await().atMost(Duration.ofSeconds(20)).until(() -> done.contains("good") && channel.waiting() == 0);
        assertThat(done).containsExactlyInAnyOrder("poison", "deep poison", "good");
    }

    @Test
    void workWhoseCommitFailsIsDoneAgainAfterAPauseUntilItCommits() {
        channel.start();
        List<Long> begun = new CopyOnWriteArrayList<>();
        channel.channel().work(reference -> {
            begun.add(System.nanoTime());
            boolean fails = begun.size() < 3;
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    if (fails) {
                        throw new IllegalStateException("the audit cannot be written");
                    }
                }
            });
        });
        transaction.executeWithoutResult(status -> channel.channel().put("evidence"));

        await().atMost(Duration.ofSeconds(30)).until(() -> begun.size() >= 3 && channel.waiting() == 0);
        assertThat(begun).hasSize(3);
        assertThat(Duration.ofNanos(begun.get(1) - begun.get(0))).isGreaterThanOrEqualTo(WorkChannel.PAUSE);
        assertThat(Duration.ofNanos(begun.get(2) - begun.get(1))).isGreaterThanOrEqualTo(WorkChannel.PAUSE);
    }

    @Test
    void takesWhatHasPriorityFirstAndOfTheRestTheOldest() {
        transaction.executeWithoutResult(status -> {
            channel.channel().put("no priority");
            channel.channel().put("ordinary", 4);
            channel.channel().put("ordinary, later", 4);
            channel.channel().put("first", 6);
        });
        TestChannel alone = new TestChannel("outbox", database, 1);
        alone.channel().work(done::add);
        alone.start();

        await().atMost(Duration.ofSeconds(20)).until(() -> done.size() == 4);
        alone.close();
        assertThat(done).containsExactly("first", "ordinary", "ordinary, later", "no priority");
    }

    @Test
    void theStartIsRefusedWhenTheWorkersCouldWaitForEachOthersConnections() {
        ChannelSettings settings = new ChannelSettings(4, 1, 3);

        assertThat(settings.connections()).isEqualTo(20);
        settings.require(20);
        assertThatThrownBy(() -> settings.require(19))
                .hasMessageStartingWith("sluis.node.database.connections: at least 20");
    }

    @Test
    void aRowThatNobodyCanReadDoesNotStandBeforeTheOthers() {
        transaction.executeWithoutResult(status -> channel.channel().put("spoiled"));
        JdbcClient.create(database)
                .sql("UPDATE int_channel_message SET message_content = decode('00ff00ff', 'hex')")
                .update();
        transaction.executeWithoutResult(status -> channel.channel().put("good"));
        channel.start();
        channel.channel().work(done::add);

        await().atMost(Duration.ofSeconds(20)).until(() -> done.contains("good"));
    }

    @Test
    void whoStopsFinishesWhatItDoesAndLeavesTheRestToOthers() throws InterruptedException {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 50; i++) {
                channel.channel().put("work " + i);
            }
        });
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        TestChannel alone = new TestChannel("outbox", database, 1);
        alone.channel().work(reference -> {
            done.add(reference);
            begun.countDown();
            awaitQuietly(stopping);
        });
        alone.start();
        begun.await();

        Thread stop = Thread.startVirtualThread(alone::close);
        await().atMost(Duration.ofSeconds(20)).until(() -> alone.channel().isClosing());
        stopping.countDown();
        stop.join();

        assertThat(done).hasSize(1);
        assertThat(channel.waiting()).isEqualTo(49);
    }

    @Test
    void manyNotificationsLeaveNoMoreLooksWaitingThanThereAreWorkers() {
        CountDownLatch held = new CountDownLatch(1);
        channel.start();
        channel.channel().work(reference -> {
            awaitQuietly(held);
            done.add(reference);
        });
        for (int i = 0; i < 60; i++) {
            transaction.executeWithoutResult(status -> channel.channel().put("slow"));
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> channel.channel().looksWaiting() == 2);
        held.countDown();
        await().atMost(Duration.ofSeconds(20)).until(() -> done.size() == 60 && channel.waiting() == 0);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
