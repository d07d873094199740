package nl.sluis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.PkiFiles;
import nl.sluis.directory.Responders.Responder;
import nl.sluis.directory.TestResponder.Manner;
import nl.sluis.seal.OcspAnswer;
import nl.sluis.seal.RevocationStatus;
import nl.sluis.seal.TestSeals;
import nl.sluis.testing.Certificates;
import nl.sluis.testing.SettableClock;
import nl.sluis.tls.TestTls;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/** Whether certificates were taken back, by responders (RFC 6960) and by what their holders bring along. */
class OcspTest {

    // Before the clock: a certificate of it is taken back when it is made
    private static final PkiFiles PKI = TestSeals.pki();
    private static final String KEY = "sluis.revocation.responders[0]";

    private final SettableClock clock = new SettableClock(Instant.now());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private TestResponder responder;
    private X509Certificate certificate;

    @BeforeEach
    void begin() throws Exception {
        responder = new TestResponder();
        certificate = responder.issued(7);
    }

    @AfterEach
    void end() {
        responder.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"GOOD", "BY_A_DELEGATE"})
    void whatTheAuthorityOrItsDelegateCallsGoodCounts(Manner manner) {
        responder.answers(manner);
        assertThat(by(true).counts(certificate)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasTakenBackCountsNoMoreAlsoWhenTheResponderSaysOtherwiseLater(boolean hard) {
        responder.answers(Manner.TAKEN_BACK);
        Revocations revocations = by(hard);
        assertThat(revocations.counts(certificate)).isFalse();
        assertThat(revocations.since(certificate)).isPresent();
        responder.answers(Manner.GOOD);
        clock.advance(Duration.ofDays(20));
        assertThat(revocations.counts(certificate)).isFalse();
    }

    /** Soft lets through and counts; hard refuses. */
    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GOOD", "BY_A_DELEGATE", "TAKEN_BACK", "UNKNOWN"})
    void anAnswerThatIsNoneIsNotBelievedAndNotPassedOverInSilence(Manner manner) {
        responder.answers(manner);
        assertThat(by(true).counts(certificate)).isFalse();
        assertThat(by(false).counts(certificate)).isTrue();
        assertThat(metrics.counter("sluis.revocation.unknown").count()).isEqualTo(2);
    }

    /** An authority that does not know a certificate did not issue it, as far as it can tell: no absence of an answer. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheAuthorityDoesNotKnowDoesNotCountUntilItSaysOtherwise(boolean hard) {
        Revocations revocations = by(hard);
        assertThat(revocations.counts(certificate)).isTrue();
        responder.answers(Manner.UNKNOWN);
        clock.advance(Duration.ofMinutes(6));
        assertThat(revocations.counts(certificate)).isFalse();
        responder.answers(Manner.ERROR);
        clock.advance(Duration.ofMinutes(6));
        assertThat(revocations.counts(certificate)).as("while nobody answers").isFalse();
        assertThat(metrics.counter("sluis.revocation.disowned").count()).isEqualTo(2);
        responder.answers(Manner.GOOD);
        clock.advance(Duration.ofMinutes(6));
        assertThat(revocations.counts(certificate)).isTrue();
    }

    @Test
    void manyWhoAskAboutOneCertificateAtOnceAskOneQuestion() throws InterruptedException {
        Revocations revocations = by(true);
        CountDownLatch release = responder.holds();
        List<Thread> callers = new ArrayList<>();
        AtomicInteger counted = new AtomicInteger();
        for (int i = 0; i < 8; i++) {
            callers.add(Thread.ofPlatform().start(() -> {
                if (revocations.counts(certificate)) {
                    counted.incrementAndGet();
                }
            }));
        }
        Awaitility.await()
                .until(() -> responder.asked() > 0
                        && callers.stream()
                                .allMatch(caller -> EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING)
                                        .contains(caller.getState())));
        release.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(counted).hasValue(8);
        assertThat(responder.asked()).isEqualTo(1);
    }

    @Test
    void aResponderThatIsAwayIsAskedAgainAfterAWhileAndNotBefore() {
        responder.answers(Manner.ERROR);
        Revocations revocations = by(false);
        assertThat(revocations.counts(certificate)).isTrue();
        assertThat(revocations.counts(certificate)).isTrue();
        assertThat(responder.asked()).isEqualTo(1);
        responder.answers(Manner.TAKEN_BACK);
        clock.advance(Duration.ofMinutes(2));
        assertThat(revocations.counts(certificate)).isFalse();
        assertThat(responder.asked()).isEqualTo(2);
    }

    @Test
    void anAnswerServesForAsLongAsItSays() {
        Revocations revocations = by(true);
        assertThat(revocations.counts(certificate)).isTrue();
        assertThat(revocations.counts(certificate)).isTrue();
        assertThat(responder.asked()).isEqualTo(1);
    }

    @Test
    void nobodyIsAskedAboutCertificatesOfOthers() throws Exception {
        try (TestResponder other = new TestResponder()) {
            X509Certificate stranger = other.issued(7);
            assertThat(by(true).counts(stranger)).isFalse();
            assertThat(by(false).counts(stranger)).isTrue();
            assertThat(responder.asked() + other.asked()).isZero();
        }
    }

    @Test
    void whatTheHolderBringsAlongCountsLikeAnAnswerAndSparesTheQuestion() throws Exception {
        Revocations revocations = by(true);
        staple(revocations, Manner.GOOD);
        assertThat(revocations.counts(certificate)).isTrue();
        assertThat(responder.asked()).isZero();
        staple(revocations, Manner.TAKEN_BACK);
        assertThat(revocations.counts(certificate)).isFalse();
    }

    /** Also where nothing is configured: an authority's own word against its certificate is never passed over. */
    @Test
    void whatTheHolderBringsAlongAgainstItselfCountsWithoutAnySetting() throws Exception {
        Revocations revocations = new Revocations(RevocationSettings.none(), Responders.none(), clock, metrics);
        staple(revocations, Manner.TAKEN_BACK);
        assertThat(revocations.counts(certificate)).isFalse();
    }

    @Test
    void whateverIsStapledIsAnAnswerOrNothing() throws Exception {
        byte[] good = responder.response(certificate, Manner.GOOD);
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] bytes = good.clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(read(bytes).map(OcspAnswer::status).orElse(new RevocationStatus.Good()))
                    .isEqualTo(new RevocationStatus.Good());
        }
        for (int length = 0; length < good.length; length++) {
            assertThat(read(Arrays.copyOf(good, length))).isEmpty();
        }
    }

    private Optional<OcspAnswer> read(byte[] bytes) {
        return OcspAnswer.read(bytes, certificate, responder.authority(), clock.instant());
    }

    /** An old word for itself does not keep the question away, and counts where nobody answers. */
    @Test
    void whatWasStapledLongAgoSparesNoQuestion() throws Exception {
        Revocations revocations = by(true);
        staple(revocations, Manner.GOOD);
        clock.advance(Duration.ofMinutes(10));
        responder.answers(Manner.TAKEN_BACK);
        assertThat(revocations.counts(certificate)).isFalse();
        assertThat(responder.asked()).isEqualTo(1);
    }

    @Test
    void whatIsStapledBySomebodyElseChangesNothing() throws Exception {
        Revocations revocations = new Revocations(RevocationSettings.none(), Responders.none(), clock, metrics);
        try (TestResponder other = new TestResponder()) {
            revocations.stapled(
                    new X509Certificate[] {certificate},
                    other.response(certificate, Manner.TAKEN_BACK),
                    new X509Certificate[] {other.authority(), responder.authority()});
        }
        staple(revocations, Manner.BY_A_STRANGER);
        assertThat(revocations.counts(certificate)).isTrue();
    }

    /** What it said before counts until its end, and that it is away is told. */
    @Test
    void whenTheResponderIsAwayItsLastAnswerCountsUntilItsEndAndTheSettingDecidesAfterThat() {
        Responders responders = responders();
        Revocations revocations = new Revocations(settings(true), responders, clock, metrics);
        assertThat(revocations.counts(certificate)).isTrue();
        assertThat(responders.silent()).isZero();
        responder.close();
        clock.advance(Duration.ofMinutes(10));
        assertThat(revocations.counts(certificate)).isTrue();
        assertThat(responders.silent()).isEqualTo(1);
        assertThat(responders.unanswered(clock.instant())).isZero();
        clock.advance(Duration.ofDays(1));
        assertThat(revocations.counts(certificate)).isFalse();
        assertThat(responders.unanswered(clock.instant())).isEqualTo(1);
        assertThat(metrics.counter("sluis.revocation.unknown").count()).isEqualTo(1);
        assertThat(new Revocations(settings(false), responders(), clock, metrics).counts(certificate))
                .isTrue();
        assertThat(metrics.counter("sluis.revocation.unknown").count()).isEqualTo(2);
    }

    @Test
    void whereTheResponderIsAwayTheListSpeaksAlone() {
        Responders responders = new Responders(
                List.of(new Responder(KEY, responder.address(), Certificates.read(PKI.ca()))), Duration.ofMinutes(5));
        responder.close();
        RevocationSettings settings =
                new RevocationSettings(List.of(PKI.crl().toString()), List.of(), true, Duration.ofMinutes(5));
        Revocations revocations = new Revocations(settings, responders, clock, metrics);
        new RevocationWatch(revocations, settings, () -> List.of(Certificates.read(PKI.ca()))).look();
        assertThat(revocations.counts(TestSeals.certificate("school", CertificateUse.NODE)))
                .isTrue();
        assertThat(revocations.counts(TestSeals.certificate("revoked", CertificateUse.NODE)))
                .isFalse();
        assertThat(responders.silent()).isEqualTo(1);
    }

    /** The platform of the one asks its responder and shows the answer; the other takes it in the handshake. */
    @Test
    void aNodeThatStaplesIsTakenByWhatItShowsAndByNothingElse() throws Exception {
        RevocationSettings hard = settings(true);
        Responders nobody = Responders.none();
        assertThat(connects(false, new Revocations(hard, nobody, clock, metrics)))
                .as("without a staple nobody tells")
                .isFalse();
        assertThat(connects(true, new Revocations(hard, nobody, clock, metrics)))
                .isTrue();
        assertThat(responder.asked()).as("by the server").isEqualTo(1);
        for (Manner manner : List.of(Manner.TAKEN_BACK, Manner.OF_YESTERDAY, Manner.BY_A_STRANGER)) {
            responder.answers(manner);
            assertThat(connects(true, new Revocations(hard, nobody, clock, metrics)))
                    .as(manner.name())
                    .isFalse();
        }
        responder.answers(Manner.TAKEN_BACK);
        assertThat(connects(true, new Revocations(RevocationSettings.none(), nobody, clock, metrics)))
                .as("where nothing is checked")
                .isFalse();
    }

    private boolean connects(boolean staple, Revocations revocations) throws Exception {
        String oin = TestSeals.holder("school").oin();
        DefaultSslBundleRegistry own = new DefaultSslBundleRegistry();
        own.registerBundle("node", SslBundle.of(SslStoreBundle.of(null, null, responder.trust())));
        PinnedTls tls = new PinnedTls(own, revocations, TestTls.good());
        try {
            SSLContext server = TestTls.server(responder.server(oin), staple);
            Handshake.between(server, tls, TestSeals.organisation("school"), oin);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void staple(Revocations revocations, Manner manner) throws Exception {
        revocations.stapled(
                new X509Certificate[] {certificate, responder.authority()},
                responder.response(certificate, manner),
                new X509Certificate[0]);
    }

    private Revocations by(boolean hard) {
        return new Revocations(settings(hard), responders(), clock, metrics);
    }

    private RevocationSettings settings(boolean hard) {
        return new RevocationSettings(
                List.of(),
                List.of(new RevocationSettings.Responder(responder.address(), Path.of("authority.pem"))),
                hard,
                Duration.ofMinutes(5));
    }

    private Responders responders() {
        return new Responders(
                List.of(new Responder(KEY, responder.address(), responder.authority())), Duration.ofMinutes(5));
    }
}
