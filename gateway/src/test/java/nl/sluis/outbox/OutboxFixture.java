package nl.sluis.outbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.sluis.attachment.Carried;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.Receipt;
import nl.sluis.canonical.ReceiptStatus;
import nl.sluis.canonical.ThreadId;
import nl.sluis.canonical.Urgency;
import nl.sluis.certs.CertificateUse;
import nl.sluis.channel.TestChannel;
import nl.sluis.directory.Directory;
import nl.sluis.directory.DirectorySettings;
import nl.sluis.directory.Partner;
import nl.sluis.seal.Envelope;
import nl.sluis.seal.Sha256;
import nl.sluis.seal.TestSeals;
import nl.sluis.testing.Journal;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import nl.sluis.testing.TestStorage;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An outbox on a real database; what is decided and what the partner's node answers is up to the test. */
final class OutboxFixture {

    static final OrganisationId SCHOOL = new OrganisationId("de-wilgenhof");
    static final OrganisationId TEAM = new OrganisationId("wijkteam-noord");
    static final UUID MILA = UUID.fromString("00000000-0000-4000-8000-000000000001");
    /** The common pool may have one thread only. */
    static final Executor OWN_THREAD = work -> new Thread(work).start();

    static final String CONTENT_HASH = Sha256.hex(Sha256.of(bytes("content")));

    static final byte[] ANSWER = bytes("{\"outcome\":\"HOLD\"}");

    final DataSource database = TestDatabase.migrated();
    final JdbcClient jdbc = JdbcClient.create(database);
    final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    final TransactionTemplate transaction = new TransactionTemplate(transactions);
    final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:00:00Z"));
    final Journal audit = new Journal();
    final TestChannel channel = new TestChannel("outbox", database);
    final TestChannel acute = new TestChannel("outbox-acute", database);
    final OutboxSettings settings = settings();
    final OutgoingStore store = new OutgoingStore(jdbc, TestStorage.atRest(), clock, settings);
    final Queue queue = new Queue(jdbc, new OutboxLanes(channel.channel(), acute.channel()), settings, clock);
    final WithdrawalNotices notices = new WithdrawalNotices(store, queue, new EndedConsents(jdbc), audit, clock);
    final Cancellations cancellations =
            new Cancellations(store, queue, new Carried(jdbc, clock, transactions), audit, clock);
    final Alarms alarms = new Alarms(jdbc, store, audit, clock);
    final Attempts attempts = new Attempts(jdbc, clock, transactions);
    final Outbox outbox = new Outbox(store, queue, notices, new ReceiptCheck(attempts, alarms, audit), audit, clock);
    final Undelivered undelivered =
            new Undelivered(new UndeliveredStore(jdbc, clock), store, queue, cancellations, audit);
    final Partner team = new Partner(
            TEAM,
            "Wijkteam",
            OrganisationType.WIJKTEAM,
            TestSeals.holder("wijkteam").oin(),
            URI.create("https://localhost:1"),
            TestSeals.certificate("wijkteam", CertificateUse.SEAL),
            null);

    volatile Function<Outgoing, Prepared> decision = this::permitted;
    volatile Supplier<Answer> partner = OutboxFixture::accepted;
    volatile int given;
    final List<MessageId> givenInOrder = new CopyOnWriteArrayList<>();
    volatile String sealed = "sealed";
    volatile Set<OrganisationId> congested = Set.of();
    volatile boolean parked;
    /** On which consents what is permitted goes. */
    volatile Set<String> consents = Set.of();

    final AttemptLog log = new AttemptLog(store, queue, notices, cancellations, alarms, audit);
    final Places places = new Places(settings);

    final Dispatcher dispatcher = new Dispatcher(
            store,
            new Preparing(
                    List.of(outgoing -> decision.apply(outgoing)),
                    new Preparing.PlainSealing(
                            new Directory(new DirectorySettings(List.of()), clock), TestSeals.sealer("school"))),
            new NotedExchange(
                    (outgoing, envelope, to) -> {
                        given++;
                        givenInOrder.add(outgoing.id());
                        return partner.get();
                    },
                    attempts),
            places,
            log,
            transactions);
    final Clockwork clockwork = new Clockwork(
            queue, new Terms(jdbc, log, alarms, audit, settings, clock), () -> congested, () -> parked, transactions);

    /** As the product's, with a term of seven days and a longest wait of ten minutes. */
    static OutboxSettings settings() {
        return new OutboxSettings(
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofMinutes(10),
                Duration.ofDays(7),
                Duration.ofDays(3),
                Duration.ofDays(1),
                Map.of("VT_REPORT", Duration.ofHours(12)),
                Duration.ofDays(90),
                Duration.ofDays(30),
                Duration.ofMinutes(5),
                Duration.ofMinutes(2),
                2,
                Duration.ofMinutes(5));
    }

    /** Accepts what the fixture seals. */
    static Answer accepted() {
        return new Answer.Accepted(bytes("signed"), Sha256.hex(Sha256.of(bytes("sealed"))));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Outgoing message(MessageState state) {
        return message(state, new ThreadId(UUID.randomUUID()), TEAM, Urgency.ROUTINE);
    }

    Outgoing message(MessageState state, String kind, Urgency urgency) {
        return message(state, kind, new ThreadId(UUID.randomUUID()), TEAM, urgency);
    }

    Outgoing message(MessageState state, ThreadId thread, OrganisationId recipient, Urgency urgency) {
        return message(state, "SIGNAL", thread, recipient, urgency);
    }

    private Outgoing message(
            MessageState state, String kind, ThreadId thread, OrganisationId recipient, Urgency urgency) {
        Outgoing outgoing = new Outgoing(
                SCHOOL,
                new MessageId(UUID.randomUUID()),
                thread,
                Outgoing.Form.MESSAGE,
                kind,
                recipient,
                urgency,
                state,
                bytes("content"),
                ANSWER,
                0,
                clock.instant());
        transaction.executeWithoutResult(status -> outbox.put(outgoing, bytes("original"), Set.of(MILA), ""));
        return outgoing;
    }

    void attempt(Outgoing outgoing) {
        dispatcher.attempt(Due.of(outgoing).reference());
    }

    void settle(Receipt receipt) {
        transaction.executeWithoutResult(status -> outbox.settle(receipt));
    }

    MessageState state(Outgoing outgoing) {
        return store.find(outgoing.sender(), outgoing.id()).orElseThrow().state();
    }

    List<MessageState> history(Outgoing outgoing) {
        return outbox.history(outgoing.sender(), outgoing.id()).stream()
                .map(Outbox.Step::state)
                .toList();
    }

    Receipt receiptFor(Outgoing about, @Nullable String contentHash) {
        Receipt right = delivered(about);
        return new Receipt(
                right.id(),
                right.about(),
                right.thread(),
                right.sender(),
                right.recipient(),
                right.status(),
                right.code(),
                right.at(),
                contentHash);
    }

    Receipt receipt(Outgoing about, OrganisationId from, ReceiptStatus status, @Nullable String code) {
        return new Receipt(
                new MessageId(UUID.randomUUID()),
                about.id(),
                about.thread(),
                from,
                about.sender(),
                status,
                code,
                clock.instant(),
                status == ReceiptStatus.DELIVERED ? CONTENT_HASH : null);
    }

    Receipt delivered(Outgoing about) {
        return receipt(about, about.recipient(), ReceiptStatus.DELIVERED, null);
    }

    Prepared permitted(Outgoing outgoing) {
        return new Prepared.Ready(
                new Envelope(outgoing.id(), outgoing.sender(), outgoing.recipient(), bytes(sealed), CONTENT_HASH, null),
                team,
                outgoing.answer(),
                consents,
                Map.of("policy", "sha256:rules"));
    }

    Prepared parked(MessageState state) {
        return new Prepared.Parked(state, ANSWER, "MISSING_PARENT");
    }

    /** Waits until that work is done, or waits for a row that another transaction holds. */
    void untilDoneOrWaiting(CompletableFuture<Void> work) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> work.isDone()
                        || jdbc.sql("SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
                                                + " WHERE NOT l.granted AND a.datname = current_database()")
                                        .query(Integer.class)
                                        .single()
                                > 0);
    }
}
