package nl.sluis.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** That an envelope came again is counted, in the row and for the operator. */
class InboxMetricsTest {

    private static final OrganisationId SCHOOL = new OrganisationId("de-wilgenhof");

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.migrated());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final IncomingStore store = new IncomingStore(
            jdbc,
            new UnopenedQuota(jdbc, new ReceiveSettings(DataSize.ofGigabytes(1)), Clock.systemUTC(), meters),
            meters);

    @Test
    void countsWhatComesAgainAndNotWhatComesFirst() {
        Incoming incoming = new Incoming(SCHOOL, new MessageId(UUID.randomUUID()), false, new byte[] {1});
        assertThat(store.known(SCHOOL, incoming.id())).isEmpty();
        store.store(incoming, new byte[32], new byte[] {2}, Instant.parse("2026-11-22T09:00:00Z"));
        assertThat(duplicates()).isZero();

        store.known(SCHOOL, incoming.id());
        store.known(SCHOOL, incoming.id());

        assertThat(duplicates()).isEqualTo(2);
        assertThat(jdbc.sql("SELECT duplicates FROM incoming")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(meters.get("sluis.inbox.duplicates").counter().getId().getTags())
                .as("of no partner, message or person")
                .isEmpty();
    }

    private double duplicates() {
        return meters.get("sluis.inbox.duplicates").counter().count();
    }
}
