package nl.sluis.checkpoint;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import nl.sluis.audit.AuditVerifier;
import nl.sluis.certs.CertificateUse;
import nl.sluis.seal.TestSeals;
import nl.sluis.testing.Fuzz;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Archives, proofs and texts that come from elsewhere: an outcome or what says that it is none, never another exception. */
class CheckpointFuzzTest {

    private static final List<X509Certificate> SCHOOL = List.of(TestSeals.certificate("school", CertificateUse.SEAL));

    private final LogFixture log = new LogFixture("school");
    private final Checkpoint checkpoint = log.grow(3).checkpoint();

    @Test
    void texts() {
        Fuzz.of(checkpoint.text(), Checkpoint::parse);
        Fuzz.of(
                new Countersignature(
                                log.clock().instant(),
                                checkpoint,
                                List.of(new Countersignature.Break(log.clock().instant(), 2, checkpoint.root())))
                        .text(),
                Countersignature::parse);
    }

    @Test
    void proofs() {
        Fuzz.of(
                Prover.prove(2, log.checkpoints(), log.tree()).orElseThrow(),
                changed -> ProofCheck.check(changed, SCHOOL));
    }

    @Test
    void archives() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Archive.write(
                log.origin(),
                "de-wilgenhof",
                log.checkpoints(),
                reader -> new AuditVerifier(new JdbcTemplate(log.database())).verify(reader),
                new PrintStream(written, true, StandardCharsets.UTF_8));
        Fuzz.of(written.toString(StandardCharsets.UTF_8), CheckpointFuzzTest::check);
    }

    private static void check(String archive) {
        try {
            Archive.check(new BufferedReader(new StringReader(archive)), SCHOOL, List.of());
            Prover.prove(2, new BufferedReader(new StringReader(archive)));
        } catch (IOException e) {
            // As it says when it is no archive
        }
    }
}
