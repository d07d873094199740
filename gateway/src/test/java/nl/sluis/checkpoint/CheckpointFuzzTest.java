package nl.sluis.checkpoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.security.cert.X509Certificate;
import java.util.List;
import nl.sluis.certs.CertificateUse;
import nl.sluis.seal.TestSeals;
import nl.sluis.testing.Fuzz;
import org.junit.jupiter.api.Test;

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
        Fuzz.of(log.archive(), CheckpointFuzzTest::check);
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
