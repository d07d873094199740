package nl.sluis.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class IncomingStoreTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final OrganisationId SCHOOL = new OrganisationId("de-wilgenhof");

    private final DataSource database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private final IncomingStore store = UnopenedQuotaTest.storeWithRoom(jdbc);
    private final Incoming incoming =
            new Incoming(SCHOOL, new MessageId(UUID.randomUUID()), false, "envelope".getBytes(StandardCharsets.UTF_8));

    @Test
    void whoOpensWaitsForOneThatComesAgainJustNow() {
        byte[] hash = new byte[32];
        store.store(incoming, hash, hash, Instant.now());
        CompletableFuture<Optional<Incoming>> opened;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            opened = transaction.execute(status -> {
                assertThat(store.known(SCHOOL, incoming.id())).isPresent();
                CompletableFuture<Optional<Incoming>> opening = CompletableFuture.supplyAsync(this::lock, threads);
                await().atMost(PATIENCE).until(this::somebodyWaitsForALock);
                return opening;
            });
        }
        assertThat(opened).isNotNull();
        assertThat(opened.join()).isPresent();
    }

    @Test
    void oneOfTwoOpensIt() {
        byte[] hash = new byte[32];
        store.store(incoming, hash, hash, Instant.now());
        CompletableFuture<Optional<Incoming>> other;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            other = transaction.execute(status -> {
                assertThat(store.lock(new Incoming.Reference(SCHOOL, incoming.id())))
                        .isPresent();
                CompletableFuture<Optional<Incoming>> opening = CompletableFuture.supplyAsync(this::lock, threads);
                await().atMost(PATIENCE).until(this::somebodyWaitsForALock);
                store.finished(incoming, "DELIVERED");
                return opening;
            });
        }
        assertThat(other).isNotNull();
        assertThat(other.join()).isEmpty();
    }

    /** As {@code ReceiveEnvelope.accept} asks: neither sees the other's row, and both give the same word. */
    @Test
    void ofTwoProcessesThatStoreItAtTheSameMomentOneDoesAndBothSayTheSame() {
        byte[] hash = new byte[32];
        byte[] first = "first".getBytes(StandardCharsets.UTF_8);
        CompletableFuture<Optional<byte[]>> other;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            other = transaction.execute(status -> {
                assertThat(store.known(SCHOOL, incoming.id())).isEmpty();
                assertThat(store.store(incoming, hash, first, Instant.now())).isTrue();
                CompletableFuture<Optional<byte[]>> storing = CompletableFuture.supplyAsync(this::second, threads);
                await().atMost(PATIENCE).until(this::somebodyWaitsForALock);
                return storing;
            });
        }
        assertThat(other).isNotNull();
        assertThat(other.join()).contains(first);
        assertThat(jdbc.sql("SELECT accepted FROM incoming WHERE id = ?")
                        .param(incoming.id().value())
                        .query((row, i) -> row.getBytes(1))
                        .list())
                .containsExactly(first);
    }

    private Optional<byte[]> second() {
        return transaction.execute(status -> {
            assertThat(store.known(SCHOOL, incoming.id())).isEmpty();
            byte[] word = "second".getBytes(StandardCharsets.UTF_8);
            return store.store(incoming, new byte[32], word, Instant.now())
                    ? Optional.of(word)
                    : store.known(SCHOOL, incoming.id());
        });
    }

    private Optional<Incoming> lock() {
        return transaction.execute(status -> store.lock(new Incoming.Reference(SCHOOL, incoming.id())));
    }

    // Waits for a row are waits for the transaction that has it
    private boolean somebodyWaitsForALock() {
        return jdbc.sql("SELECT count(*) > 0 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                        + " AND datname = current_database()")
                .query(Boolean.class)
                .single();
    }
}
