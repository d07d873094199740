package nl.sluis.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.policy.Permit;
import nl.sluis.policy.UnusablePermit;
import nl.sluis.testing.SchoolPermit;
import nl.sluis.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermitUseTest {

    private static final Content.Attachment FILE =
            new Content.Attachment(UUID.randomUUID(), "Tekening", new Content.File("image/png", 9, "ab".repeat(32)));
    private static final SealRecipient TEAM = TestSeals.recipient("wijkteam");

    private final Permit permit = SchoolPermit.with(FILE);
    private final SettableClock clock = new SettableClock(permit.issuedAt());
    private final Sealer school = TestSeals.sealer("school", clock);

    @Test
    void ofManyThreadsWithOnePermitExactlyOneSeals() throws Exception {
        int threads = 16;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int round = 0; round < 20; round++) {
                Permit one = SchoolPermit.with(FILE);
                clock.moveTo(one.issuedAt());
                CyclicBarrier start = new CyclicBarrier(threads);
                Callable<Envelope> attack = () -> {
                    start.await();
                    return school.seal(one, TEAM);
                };
                List<Future<Envelope>> attempts = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    attempts.add(pool.submit(attack));
                }
                assertThat(attempts.stream().filter(PermitUseTest::sealed)).hasSize(1);
            }
        }
    }

    @Test
    void theEnvelopeHoldsExactlyWhatWasDecidedAbout() {
        assertThat(school.seal(permit, TEAM).contentHash())
                .isEqualTo(permit.terms().payload());
        assertThat(permit.terms().policy()).isEqualTo(permit.verdict().policy());
    }

    @Test
    void isForItsRecipientAndForNobodyElse() {
        refused(UnusablePermit.Why.OTHER_RECIPIENT, () -> school.seal(permit, TestSeals.recipient("huisarts")));
        // Whoever tried it on another has no second try
        refused(UnusablePermit.Why.USED, () -> school.seal(permit, TEAM));
    }

    @Test
    void theNameOfTheRecipientWithTheKeyOfAnotherOpensAtNobodyElse() {
        Envelope envelope = school.seal(
                permit,
                new SealRecipient(
                        TEAM.organisation(), TestSeals.recipient("huisarts").certificate(), null));
        assertThat(TestSeals.opener("huisarts")
                        .open(envelope, List.of(TestSeals.recipient("school").certificate()), at -> true))
                .isEqualTo(new Opening.Rejected(Opening.Reason.MISADDRESSED));
    }

    @Test
    void isForTheContentThatWasDecidedAboutAndForNoOther() {
        OrganisationId team = TEAM.organisation();
        byte[] other = Sealer.FORM.of("0".repeat(64), permit.message());
        refused(UnusablePermit.Why.OTHER_PAYLOAD, () -> permit.use(other, team, permit.issuedAt()));
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "59, true", "60, false"})
    void servesForAMinute(int seconds, boolean serves) {
        clock.moveTo(permit.issuedAt().plusSeconds(seconds));
        if (serves) {
            assertThat(school.seal(permit, TEAM).cms()).isNotEmpty();
        } else {
            refused(UnusablePermit.Why.OUT_OF_TIME, () -> school.seal(permit, TEAM));
        }
    }

    @Test
    void itsAttachmentsAreSealedAsLongAsItServes() {
        ChunkSeal beside = Objects.requireNonNull(school.seal(permit, TEAM).beside());
        Instant end = permit.terms().until();
        clock.moveTo(end.minusMillis(1));
        assertThat(beside.serves()).isTrue();
        assertThat(beside.seal(FILE, 0, Chunks.start(), new byte[9])).isNotEmpty();
        clock.moveTo(end);
        assertThat(beside.serves()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> beside.seal(FILE, 0, Chunks.start(), new byte[9]));
    }

    private static boolean sealed(Future<Envelope> attempt) {
        try {
            return attempt.get().cms().length > 0;
        } catch (ExecutionException e) {
            assertThat(e.getCause())
                    .isInstanceOfSatisfying(
                            UnusablePermit.class,
                            refused -> assertThat(refused.why()).isEqualTo(UnusablePermit.Why.USED));
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refused(UnusablePermit.Why why, Callable<?> attempt) {
        assertThatThrownBy(attempt::call)
                .isInstanceOfSatisfying(
                        UnusablePermit.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
    }
}
