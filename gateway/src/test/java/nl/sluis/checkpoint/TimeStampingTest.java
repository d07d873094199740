package nl.sluis.checkpoint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.certs.CertificateUse;
import nl.sluis.seal.Sha256;
import nl.sluis.seal.TestSeals;
import nl.sluis.seal.TimeStamps;
import org.bouncycastle.operator.OperatorCreationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Checkpoints that an authority stamped with its time (RFC 3161), and authorities that do otherwise. */
class TimeStampingTest {

    private static final Duration EVERY = Duration.ofDays(1);

    private final LogFixture log = new LogFixture("school");
    private TestAuthority authority = begun();

    @BeforeEach
    void aSignedLog() {
        log.grow(3);
    }

    @AfterEach
    void end() {
        authority.close();
    }

    @Test
    void theLatestCheckpointIsStampedOncePerTerm() {
        stamping(authority).look();
        log.grow(1);
        stamping(authority).look();
        assertThat(log.checkpoints().stamp(3)).isPresent();
        assertThat(log.checkpoints().stamp(4)).isEmpty();

        log.clock().advance(EVERY.plusHours(1));
        TimeStamping stamping = stamping(authority);
        stamping.look();
        assertThat(log.checkpoints().stamp(4)).isPresent();
        assertThat(health(stamping).getDetails()).containsKey("stamped").doesNotContainKey("unstamped");
        assertThat(TimeStamps.read(
                        log.checkpoints().stamp(4).orElseThrow(),
                        log.checkpoints().of(4).orElseThrow().cms(),
                        List.of(authority.certificate())))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(value = TestAuthority.Manner.class, mode = EnumSource.Mode.EXCLUDE, names = "GOOD")
    void nothingElseIsKeptAsAStamp(TestAuthority.Manner manner) {
        stamping(authority).look();
        log.grow(1);
        log.clock().advance(EVERY.plusHours(1));
        authority.answers(manner);
        TimeStamping stamping = stamping(authority);
        stamping.look();

        assertThat(log.checkpoints().stamp(4)).isEmpty();
        assertThat(health(stamping).getDetails())
                .containsEntry("unstamped", manner == TestAuthority.Manner.ERROR ? "OUT_OF_REACH" : "NOT_BELIEVED")
                .containsKey("stamped");
        assertThat(health(stamping).getStatus()).isEqualTo(Status.UP);
        assertThat(stamping.fault()).contains(manner == TestAuthority.Manner.ERROR ? "OUT_OF_REACH" : "NOT_BELIEVED");
    }

    @Test
    void anAuthorityThatIsNotTrustedOrAwayGivesNone() {
        try (TestAuthority other = begun()) {
            TimeStamping stamping = new TimeStamping(
                    log.checkpoints(), authority.address(), List.of(other.certificate()), EVERY, log.clock());
            stamping.look();
            assertThat(stamping.fault()).contains("NOT_BELIEVED");
        }
        authority.close();
        TimeStamping away = stamping(authority);
        away.look();
        assertThat(away.fault()).contains("OUT_OF_REACH");
        assertThat(log.checkpoints().stamp(3)).isEmpty();
    }

    @Test
    void anArchiveTellsUpToWhereItIsStampedAndAStampOfSomethingElseBreaksIt() throws IOException {
        stamping(authority).look();

        LogCheck.Outcome outcome = check(log.archive());
        assertThat(outcome.broken()).isNull();
        assertThat(outcome.stamps()).singleElement().asString().contains("3 entries");

        byte[] token = log.checkpoints().stamp(3).orElseThrow();
        log.grow(2);
        log.jdbc().sql("DELETE FROM checkpoint_time").update();
        log.checkpoints().stamped(5, token, log.clock().instant());
        assertThat(check(log.archive()).broken()).startsWith("time-stamp at entry 5");
    }

    @Test
    void aStampOverACheckpointDatesEachEnvelopeThatAnEntryNames() {
        byte[] envelope = {7, 7, 7};
        String hash = HexFormat.of().formatHex(Sha256.of(envelope));
        log.append("envelope.received", Map.of("sender", "huisarts-linde", "envelope", hash));
        log.grow(2);
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        stamping(authority).look();

        String proof = Prover.prove(4, log.checkpoints(), log.tree()).orElseThrow();
        List<X509Certificate> own = List.of(TestSeals.certificate("school", CertificateUse.SEAL));
        assertThat(proof).contains(hash);
        assertThat(ProofCheck.check(proof, own).orElseThrow().broken()).isNull();
        // Of other bytes nothing is shown
        assertThat(ProofCheck.check(proof.replace(hash, "00".repeat(32)), own)
                        .orElseThrow()
                        .broken())
                .isNotNull();
        long covered = log.checkpoints().latest().orElseThrow().checkpoint().size();
        assertThat(covered).isGreaterThanOrEqualTo(4);
        assertThat(TimeStamps.read(
                        log.checkpoints().stamp(covered).orElseThrow(),
                        log.checkpoints().of(covered).orElseThrow().cms(),
                        List.of(authority.certificate())))
                .hasValueSatisfying(stamp ->
                        assertThat(stamp.at()).isBetween(before, Instant.now().plusSeconds(1)));
    }

    private Health health(TimeStamping stamping) {
        return requireNonNull(new AuditHealth(log.checkpointing(), log.checkpoints(), Optional.of(stamping)).health());
    }

    private TimeStamping stamping(TestAuthority by) {
        return new TimeStamping(log.checkpoints(), by.address(), List.of(by.certificate()), EVERY, log.clock());
    }

    private LogCheck.Outcome check(String archive) throws IOException {
        return Archive.check(
                new BufferedReader(new StringReader(archive)),
                List.of(TestSeals.certificate("school", CertificateUse.SEAL), authority.certificate()),
                List.of());
    }

    private static TestAuthority begun() {
        try {
            return new TestAuthority();
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
