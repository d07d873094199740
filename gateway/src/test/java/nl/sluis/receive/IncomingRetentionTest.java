package nl.sluis.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.channel.ChannelPerishables;
import nl.sluis.channel.TestChannel;
import nl.sluis.retention.TestRetention;
import nl.sluis.testing.Journal;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this node received: the memory for duplicates, and what nobody could open. */
class IncomingRetentionTest {

    private static final OrganisationId SCHOOL = new OrganisationId("de-wilgenhof");

    private final DataSource database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final SettableClock clock = new SettableClock(Instant.now());
    private final Journal audit = new Journal();
    private final IncomingStore store = UnopenedQuotaTest.storeWithRoom(jdbc);
    private final TestRetention retention =
            new TestRetention(database, audit, clock, 500, new IncomingPerishables(), new ChannelPerishables());

    @Test
    void aDuplicateIsKnownForSixMonths() {
        Incoming incoming = stored();
        store.finished(incoming, "DELIVERED");
        clock.advance(Duration.ofDays(179));
        retention.look();
        assertThat(store.known(SCHOOL, incoming.id())).isPresent();
        clock.advance(Duration.ofDays(6));
        retention.look();
        assertThat(store.known(SCHOOL, incoming.id())).isEmpty();
        assertThat(audit.audited()).singleElement().asString().contains("data=incoming.traffic", "count=1");
    }

    @Test
    void whatNobodyCouldOpenLosesItsEnvelopeAndStaysKnown() {
        Incoming incoming = stored();
        clock.advance(Duration.ofDays(91));
        retention.look();
        assertThat(store.lock(new Incoming.Reference(SCHOOL, incoming.id()))).isEmpty();
        assertThat(store.known(SCHOOL, incoming.id())).isPresent();
        assertThat(jdbc.sql("SELECT state || (envelope IS NULL) FROM incoming")
                        .query(String.class)
                        .list())
                .containsExactly("EXPIREDtrue");
    }

    @Test
    void aReferenceThatNobodyTakesGoesWithTheTrafficData() {
        try (TestChannel channel = new TestChannel("former", database)) {
            channel.channel().put("nobody listens");
            clock.advance(Duration.ofDays(170));
            retention.look();
            assertThat(channel.waiting()).isEqualTo(1);
            clock.advance(Duration.ofDays(20));
            retention.look();
            assertThat(channel.waiting()).isZero();
        }
    }

    private Incoming stored() {
        byte[] bytes = "envelope".getBytes(StandardCharsets.UTF_8);
        Incoming incoming = new Incoming(SCHOOL, new MessageId(UUID.randomUUID()), false, bytes);
        assertThat(store.store(incoming, bytes, bytes, clock.instant())).isTrue();
        return incoming;
    }
}
