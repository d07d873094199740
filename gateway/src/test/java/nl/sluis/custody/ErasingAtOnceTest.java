package nl.sluis.custody;

import static nl.sluis.custody.CustodyFixture.mention;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import nl.sluis.canonical.PersonRef;
import nl.sluis.node.ErasureReason;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;

/** Nothing is recorded about somebody while they are erased, so that no refusal is kept where nobody finds it. */
class ErasingAtOnceTest {

    private static final DataSource DATABASE = TestDatabase.migrated();
    private static final PersonReference MILA = new PersonReference("mila");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final CustodyFixture persons = new CustodyFixture(CustodyFixture.emptied(DATABASE), clock);

    @Test
    void whoRecordsSomethingIsWaitedForAndThenItIsInTheWay() throws Exception {
        PersonId mila = persons.register.idOf("mila");
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Void> recording = CompletableFuture.runAsync(
                () -> persons.transactions.executeWithoutResult(status -> {
                    persons.register.hold(Set.of(mila));
                    held.countDown();
                    awaited(go);
                    persons.jdbc
                            .sql(
                                    "INSERT INTO meldcode_case (id, opened_at, content) VALUES (gen_random_uuid(), now(), '')")
                            .update();
                }),
                Thread::startVirtualThread);
        assertThat(held.await(1, TimeUnit.MINUTES)).isTrue();
        PersonErasure erasure = persons.erasure(person -> persons.jdbc
                                .sql("SELECT count(*) FROM meldcode_case")
                                .query(Long.class)
                                .single()
                        > 0
                ? Optional.of("CASE")
                : Optional.empty());

        CompletableFuture<PersonErasure.Outcome> erasing = CompletableFuture.supplyAsync(
                () -> erasure.erase(MILA, ErasureReason.UNLAWFUL), Thread::startVirtualThread);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> persons.jdbc
                                .sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                        + " AND wait_event_type = 'Lock'")
                                .query(Long.class)
                                .single()
                        > 0);
        go.countDown();
        recording.get(1, TimeUnit.MINUTES);

        assertThat(erasing.get(1, TimeUnit.MINUTES)).isEqualTo(new PersonErasure.Outcome.StillNeeded(Set.of("CASE")));
    }

    @Test
    void whoWasErasedSinceTheyWereLookedUpIsNotRecordedAbout() {
        PersonId mila = persons.register.idOf("mila");
        assertThat(persons.erasure().erase(MILA, ErasureReason.UNLAWFUL)).isEqualTo(new PersonErasure.Outcome.Erased());

        assertThatThrownBy(() -> persons.register.hold(Set.of(mila))).isInstanceOf(ConcurrencyFailureException.class);
        assertThat(persons.register.idOf("mila")).isNotEqualTo(mila);
    }

    /** Else a message that makes a child older would not be contradicted any more. */
    @Test
    void whoMayBeAChildIsNotErased() {
        persons.known(mention("child", "2008-11-23", "mila"));
        assertThat(persons.erasure().erase(MILA, ErasureReason.UNLAWFUL))
                .isEqualTo(new PersonErasure.Outcome.StillNeeded(Set.of("MINOR")));
        clock.moveTo(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(persons.erasure().erase(MILA, ErasureReason.UNLAWFUL)).isEqualTo(new PersonErasure.Outcome.Erased());
    }

    /** A child whose parent is not known here any more is not a child of the other alone. */
    @Test
    void aParentWhoWasErasedStillHoldsAuthority() {
        persons.api.put("mila", """
                {"birthDate": "2017-03-01", "capable": true, "custody": {"type": "JOINT_PARENTS", "holders": ["sanne", "kerem"],
                 "underInvestigation": false, "source": "brp", "retrievedAt": "2026-01-01T10:00:00Z"}}""".getBytes(StandardCharsets.UTF_8));
        assertThat(persons.erasure().erase(new PersonReference("kerem"), ErasureReason.SUBJECT_REQUEST))
                .isEqualTo(new PersonErasure.Outcome.Erased());

        KnownPersons known =
                persons.known(mention("child", "2017-03-01", "mila"), mention("father", "1990-01-01", "kerem"));

        assertThat(known.facts().stream()
                        .filter(facts -> facts.ref().equals(new PersonRef("child")))
                        .findFirst()
                        .orElseThrow()
                        .custody())
                .satisfies(custody -> assertThat(custody).isNotNull())
                .satisfies(custody -> assertThat(custody.holders()).hasSize(2).doesNotContain(new PersonRef("father")));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
