package nl.sluis.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.retention.TestRetention;
import nl.sluis.testing.Journal;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sent which report is not kept for ever. */
class PersonReportPerishablesTest {

    private final DataSource database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final SettableClock clock = new SettableClock(Instant.now());

    @Test
    void whoSentAReportIsForgottenWithTheTrafficData() {
        sent();
        TestRetention retention = new TestRetention(database, new Journal(), clock, 500, new PersonReportPerishables());
        clock.advance(Duration.ofDays(170));
        sent();
        retention.look();
        assertThat(kept()).isEqualTo(2);

        clock.advance(Duration.ofDays(20));
        retention.look();
        assertThat(kept()).isEqualTo(1);
    }

    private void sent() {
        jdbc.sql("INSERT INTO person_report (message, person, created_at) VALUES (?, 'somebody', ?)")
                .params(UUID.randomUUID(), Timestamp.from(clock.instant()))
                .update();
    }

    private long kept() {
        return jdbc.sql("SELECT count(*) FROM person_report").query(Long.class).single();
    }
}
