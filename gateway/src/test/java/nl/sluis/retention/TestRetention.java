package nl.sluis.retention;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import javax.sql.DataSource;
import nl.sluis.audit.AuditLog;
import nl.sluis.storage.TestDataKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Retention of a database with the terms that a node has when nothing is configured. */
public final class TestRetention {

    private final RetentionRun run;
    private final RetentionSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final List<Perishable> perishables;
    private volatile boolean parked;

    /** One process of a node. */
    public TestRetention(DataSource database, AuditLog audit, Clock clock, int batch, Perishable.Owner... owners) {
        this(database, audit, clock, batch, List.of(), owners);
    }

    /** The same, with those who tell what is as it was written. */
    public TestRetention(
            DataSource database,
            AuditLog audit,
            Clock clock,
            int batch,
            List<BoundFacts> bound,
            Perishable.Owner... owners) {
        this.settings = settings(batch);
        this.jdbc = JdbcClient.create(database);
        this.clock = clock;
        this.perishables = List.of(owners).stream()
                .flatMap(owner -> owner.perishables().stream())
                .toList();
        this.run = new RetentionRun(
                perishables,
                new Destruction(jdbc, audit, TestDataKeys.atRest(jdbc), bound),
                new RunStore(jdbc),
                settings,
                new RetentionRun.Surroundings(
                        new TransactionTemplate(new JdbcTransactionManager(database)),
                        new SimpleMeterRegistry(),
                        clock,
                        () -> parked));
    }

    /** The settings that hold when nothing is configured. */
    public static RetentionSettings settings(int batch) {
        return new RetentionSettings(
                Duration.ofHours(24),
                Duration.ofDays(90),
                Period.ofMonths(6),
                Period.ofYears(5),
                Period.ofYears(20),
                3,
                batch);
    }

    /** Whether its database was put back and nobody has released it. */
    public void park(boolean held) {
        parked = held;
    }

    /** Destroys what is due when a run is. */
    public void look() {
        run.look();
    }

    /** Whether a run is due that nobody finished. */
    public boolean overdue() {
        return run.overdueSince().isPresent();
    }

    /** How many of a class are due. */
    public long due(String data) {
        return preview(data).due();
    }

    /** How many of a class will be due in seven days and are not yet. */
    public long soon(String data) {
        return preview(data).soon();
    }

    /** What a proof says of these identities. */
    public static String hash(List<String> identities) {
        return Destruction.hash(identities);
    }

    private RetentionPreview.Line preview(String data) {
        return new RetentionPreview(jdbc)
                .of(perishables, settings, clock.instant()).stream()
                        .filter(line -> line.data().equals(data))
                        .findFirst()
                        .orElseThrow();
    }
}
