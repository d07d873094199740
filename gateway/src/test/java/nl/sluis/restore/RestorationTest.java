package nl.sluis.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import nl.sluis.audit.AuditLog;
import nl.sluis.restore.RestoreSettings.NewTimeline;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** By what signs a node notices that its database was put back. A real recovery is in {@link PointInTimeTest}. */
class RestorationTest {

    private final DataSource database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:00:00Z"));
    private final AuditLog audit = AuditLog.of(jdbc, clock);
    private final List<Object> events = new ArrayList<>();

    @TempDir
    Path directory;

    @Test
    void nothingGoesBeforeTheFirstLook() {
        assertThat(restoration(NewTimeline.PARK, null).parked()).isTrue();
        assertThat(looked(NewTimeline.PARK, null).parked()).isFalse();
        assertThat(looked(NewTimeline.PARK, null).parked()).isFalse();
    }

    @Test
    void anotherServerMeansADumpWasPutBack() {
        looked(NewTimeline.TRUST, null);
        jdbc.sql("UPDATE seen_server SET system_identifier = 'of the lost server'")
                .update();
        assertThat(looked(NewTimeline.TRUST, null).parked()).isTrue();
        assertThat(sign()).isEqualTo("OTHER_SERVER");
    }

    @Test
    void aNewTimelineIsTrustedOnlyWhenTheOperatorSaysSo() {
        looked(NewTimeline.PARK, null);
        jdbc.sql("UPDATE seen_server SET timeline = '00000000'").update();
        assertThat(looked(NewTimeline.TRUST, null).parked()).isFalse();
        jdbc.sql("UPDATE seen_server SET timeline = '00000000'").update();
        assertThat(looked(NewTimeline.PARK, null).parked()).isTrue();
        assertThat(sign()).isEqualTo("NEW_TIMELINE");
    }

    @Test
    void aCopiedDirectoryIsNoticedByTheMarkOutsideIt() {
        Path mark = directory.resolve("mark");
        entry();
        looked(NewTimeline.PARK, mark);
        entry();
        Restoration running = looked(NewTimeline.PARK, mark);
        assertThat(running.parked()).isFalse();

        // The copy that is put back was made before the last entry
        jdbc.sql("DELETE FROM audit_entry WHERE n = 2").update();
        jdbc.sql("UPDATE audit_tip SET n = 1, hash = (SELECT hash FROM audit_entry WHERE n = 1)")
                .update();
        clock.advance(Duration.ofMinutes(1));
        Restoration restarted = looked(NewTimeline.PARK, mark);
        assertThat(restarted.parked()).isTrue();
        assertThat(sign()).isEqualTo("AUDIT_BEHIND_MARK");

        release();
        restarted.look();
        assertThat(restarted.parked()).isFalse();
        assertThat(looked(NewTimeline.PARK, mark).parked()).as("noticed once").isFalse();
    }

    @Test
    void theMarkOfAnotherProcessDoesNotHoldWhatWasReleased() throws IOException {
        Path first = directory.resolve("first");
        Path second = directory.resolve("second");
        entry();
        looked(NewTimeline.PARK, first);
        Files.copy(first, second);
        jdbc.sql("DELETE FROM audit_entry").update();
        jdbc.sql("UPDATE audit_tip SET n = 0, hash = decode(repeat('00', 32), 'hex')")
                .update();
        clock.advance(Duration.ofMinutes(1));
        assertThat(looked(NewTimeline.PARK, first).parked()).isTrue();
        release();
        assertThat(looked(NewTimeline.PARK, second).parked()).isFalse();
    }

    @Test
    void aMarkThatCannotBeUnderstoodStopsTheStart() throws IOException {
        Path mark = directory.resolve("mark");
        Files.writeString(mark, "12\n");
        assertThatThrownBy(() -> looked(NewTimeline.PARK, mark))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("sluis.restore.high-water-mark:");
    }

    @Test
    void theEarlierNameOfItsSettingIsStillReadAndBothAreRefused() {
        Path file = directory.resolve("mark");
        assertThat(new RestoreSettings(NewTimeline.PARK, null, file).mark()).contains(new HighWaterMark(file));
        assertThat(new RestoreSettings(NewTimeline.PARK, file, null).mark()).contains(new HighWaterMark(file));
        assertThat(new RestoreSettings(NewTimeline.PARK, file, file).isOneFileNamed())
                .isFalse();
        assertThat(new RestoreSettings(NewTimeline.PARK, null, file).isOneFileNamed())
                .isTrue();
    }

    @Test
    void anOperatorHoldsEverythingWhileTheNodeRuns() {
        Restoration running = looked(NewTimeline.PARK, null);
        transaction.executeWithoutResult(status -> {
            new RestoreDesk(jdbc, audit).mark(clock.instant());
            new RestoreDesk(jdbc, audit).mark(clock.instant());
        });
        running.look();
        assertThat(running.parked()).isTrue();
        events.clear();
        release();
        running.look();
        assertThat(running.parked()).isFalse();
        assertThat(events).hasSize(1);
        assertThat(new RestoreDesk(jdbc, audit).standing()).isEmpty();
    }

    @Test
    void withoutItsDatabaseNothingGoes() {
        Restoration running = new Restoration(
                new RestorationStore(JdbcClient.create(
                        new DriverManagerDataSource("jdbc:postgresql://localhost:1/none", "postgres", ""))),
                audit,
                new RestoreSettings(NewTimeline.PARK, null, null),
                transaction,
                events::add,
                clock);
        running.look();
        assertThat(running.parked()).isTrue();
        assertThat(events).isEmpty();
    }

    @Test
    void aUserWithoutRightsOnTheServerCanLook() {
        jdbc.sql("DROP ROLE IF EXISTS sluis_plain").update();
        jdbc.sql("CREATE ROLE sluis_plain").update();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("SET LOCAL ROLE sluis_plain").update();
            assertThat(new RestorationStore(jdbc).present().timeline()).hasSize(8);
        });
    }

    private void entry() {
        transaction.executeWithoutResult(status -> audit.append("message.sent", null, Map.of()));
    }

    private void release() {
        transaction.executeWithoutResult(
                status -> assertThat(new RestoreDesk(jdbc, audit).release("ict-7", 0, clock.instant()))
                        .isTrue());
    }

    private String sign() {
        return new RestorationStore(jdbc).open().orElseThrow().sign();
    }

    private Restoration looked(NewTimeline timeline, @Nullable Path mark) {
        Restoration restoration = restoration(timeline, mark);
        restoration.look();
        return restoration;
    }

    private Restoration restoration(NewTimeline timeline, @Nullable Path mark) {
        return new Restoration(
                new RestorationStore(jdbc),
                audit,
                new RestoreSettings(timeline, mark, null),
                transaction,
                events::add,
                clock);
    }
}
