package nl.sluis.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

class UnopenedQuotaTest {

    private static final OrganisationId SCHOOL = new OrganisationId("de-wilgenhof");
    private static final int MB = 1024 * 1024;
    private static final OrganisationId GP = new OrganisationId("huisarts-linde");

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.migrated());
    private final SettableClock clock = new SettableClock(Instant.now());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final UnopenedQuota quota = quota();
    private final IncomingStore store = new IncomingStore(jdbc, quota, meters);

    /** A store that refuses nobody for want of room. */
    static IncomingStore storeWithRoom(JdbcClient jdbc) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ReceiveSettings settings = new ReceiveSettings(DataSize.ofGigabytes(1));
        return new IncomingStore(jdbc, new UnopenedQuota(jdbc, settings, Clock.systemUTC(), meters), meters);
    }

    private UnopenedQuota quota() {
        return new UnopenedQuota(jdbc, new ReceiveSettings(DataSize.ofMegabytes(100)), clock, meters);
    }

    @Test
    void takesUpToTheQuotaAndNothingAboveIt() {
        assertThat(quota.takes(SCHOOL, 60 * MB)).isTrue();
        assertThat(quota.takes(SCHOOL, 41 * MB)).isFalse();
        assertThat(quota.takes(SCHOOL, 40 * MB)).isTrue();
        assertThat(quota.takes(SCHOOL, 1 * MB)).isFalse();
        assertThat(meters.counter("sluis.inbox.over-quota").count()).isEqualTo(2);
    }

    @Test
    void whatMayEmptyItComesInBeyondItUpToATenth() {
        assertThat(quota.takes(SCHOOL, 100 * MB)).isTrue();
        assertThat(quota.takes(SCHOOL, UnopenedQuota.SMALL + 1)).isFalse();
        for (int i = 0; i < 10 * MB / UnopenedQuota.SMALL; i++) {
            assertThat(quota.takes(SCHOOL, UnopenedQuota.SMALL)).isTrue();
        }
        assertThat(quota.takes(SCHOOL, UnopenedQuota.SMALL)).isFalse();
    }

    @Test
    void onePartnersEnvelopesAreNoOtherPartnersBurden() {
        stored(SCHOOL, 100 * MB);
        assertThat(quota.takes(SCHOOL, 1 * MB)).isFalse();
        assertThat(quota.takes(GP, 100 * MB)).isTrue();
    }

    @Test
    void anotherProcessSeesWhatThisOneStored() {
        assertThat(quota.takes(SCHOOL, 80 * MB)).isTrue();
        stored(SCHOOL, 80 * MB);
        assertThat(quota().takes(SCHOOL, 21 * MB)).isFalse();
        assertThat(quota().takes(SCHOOL, 20 * MB)).isTrue();
    }

    @Test
    void thereIsRoomAgainWhenSomethingIsDoneWith() {
        Incoming waiting = stored(SCHOOL, 100 * MB);
        assertThat(quota.takes(SCHOOL, 1 * MB)).isFalse();
        store.finished(waiting, "DELIVERED");
        clock.advance(UnopenedQuota.FRESH.plusMillis(1));
        assertThat(quota.takes(SCHOOL, 100 * MB)).isTrue();
    }

    @Test
    void aClockThatWasAheadKeepsNoOldCount() {
        Instant now = clock.instant();
        Incoming waiting = stored(SCHOOL, 100 * MB);
        clock.advance(Duration.ofDays(1));
        assertThat(quota.takes(SCHOOL, 1 * MB)).isFalse();
        store.finished(waiting, "DELIVERED");
        clock.moveTo(now);
        assertThat(quota.takes(SCHOOL, 100 * MB)).isTrue();
    }

    private Incoming stored(OrganisationId sender, int size) {
        Incoming incoming = new Incoming(sender, new MessageId(UUID.randomUUID()), false, new byte[size]);
        assertThat(store.store(incoming, new byte[32], new byte[32], clock.instant()))
                .isTrue();
        return incoming;
    }
}
