package nl.sluis.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import nl.sluis.audit.AuditLog;
import nl.sluis.audit.AuditTree;
import nl.sluis.audit.AuditVerifier;
import nl.sluis.seal.Notary;
import nl.sluis.seal.TestSeals;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The log of one organisation with its checkpoints, without a node around it. */
public final class LogFixture {

    /** How often it signs. */
    public static final Duration EVERY = Duration.ofMinutes(5);

    private final String holder;
    private final DataSource database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SettableClock clock;
    private final Notary notary;
    private volatile boolean parked;

    /** A new log. */
    public LogFixture(String holder) {
        this(holder, TestDatabase.migrated());
    }

    private LogFixture(String holder, DataSource database) {
        this.holder = holder;
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.clock = new SettableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        this.notary = TestSeals.notary(holder);
    }

    /** The origin of its log. */
    public String origin() {
        return Checkpoint.originOf(TestSeals.holder(holder).oin());
    }

    /** Its database. */
    public DataSource database() {
        return database;
    }

    /** Its database. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    /** In one transaction each. */
    public TransactionTemplate transaction() {
        return transaction;
    }

    /** Its clock. */
    public SettableClock clock() {
        return clock;
    }

    /** Its signature. */
    public Notary notary() {
        return notary;
    }

    /** Its tree. */
    public AuditTree tree() {
        return new AuditTree(jdbc);
    }

    /** Its checkpoints. */
    public Checkpoints checkpoints() {
        return new Checkpoints(jdbc, origin());
    }

    /** What it signed, the smallest first. */
    public List<SignedCheckpoint> signed() {
        return checkpoints().after(0, Integer.MAX_VALUE);
    }

    /** What signs its checkpoints; another one is another process. */
    public Checkpointing checkpointing() {
        return new Checkpointing(
                tree(),
                checkpoints(),
                notary,
                new Checkpointing.Surroundings(
                        new CheckpointSettings(EVERY, List.of(), null), origin(), transaction, clock, this::parked));
    }

    /** Whether its node is parked after a restore. */
    public boolean parked() {
        return parked;
    }

    /** Parks its node, or releases it. */
    public void park(boolean wanted) {
        parked = wanted;
    }

    /** Appends entries. */
    public void append(int count) {
        AuditLog log = AuditLog.of(jdbc, clock);
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < count; i++) {
                log.append("event-" + i, "message-" + i, Map.of("kind", "SIGNAL"));
            }
        });
    }

    /** Appends one. */
    public void append(String event, Map<String, String> detail) {
        AuditLog audit = AuditLog.of(jdbc, clock);
        transaction.executeWithoutResult(status -> audit.append(event, "message", detail));
    }

    /** Appends entries and signs a checkpoint over them. */
    public SignedCheckpoint grow(int count) {
        append(count);
        clock.advance(EVERY);
        checkpointing().look();
        return checkpoints().latest().orElseThrow();
    }

    /** The log as it is exported. */
    public String archive() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Archive.write(
                origin(),
                "de-wilgenhof",
                checkpoints(),
                reader -> new AuditVerifier(new JdbcTemplate(database())).verify(reader),
                new PrintStream(written, true, StandardCharsets.UTF_8));
        return written.toString(StandardCharsets.UTF_8);
    }
}
