package nl.sluis.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.sluis.audit.MerkleFrontier;
import nl.sluis.audit.MerkleProof;
import nl.sluis.certs.CertificateUse;
import nl.sluis.seal.TestSeals;
import nl.sluis.testing.AtOnce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is signed, when, and what never is. */
class CheckpointingTest {

    private final LogFixture log = new LogFixture("school");

    @Test
    void signsWhatTheLogLooksLikeWithTheSealOfTheNode() {
        SignedCheckpoint made = log.grow(3);

        SignedCheckpoint read = SignedCheckpoint.read(
                        made.cms(), List.of(TestSeals.certificate("school", CertificateUse.SEAL)))
                .orElseThrow();
        MerkleFrontier expected = new MerkleFrontier();
        for (long n = 1; n <= 3; n++) {
            expected.add(log.tree().entry(n).orElseThrow().leafHash());
        }
        assertThat(read.checkpoint()).isEqualTo(Checkpoint.of(log.origin(), 3, expected.root()));
        assertThat(SignedCheckpoint.read(made.cms(), List.of(TestSeals.certificate("huisarts", CertificateUse.SEAL))))
                .isEmpty();
    }

    @Test
    void signsWhenThereIsSomethingNewAndTheLastIsOldEnough() {
        log.checkpointing().look();
        assertThat(log.checkpoints().latest()).isEmpty();
        log.grow(2);
        log.clock().advance(LogFixture.EVERY);
        log.checkpointing().look();
        log.append(1);
        log.checkpointing().look();
        log.append(1);
        log.checkpointing().look();

        assertThat(log.signed())
                .extracting(signed -> signed.checkpoint().size())
                .containsExactly(2L, 3L);
    }

    @Test
    void severalProcessesAtOnceSignOnce() {
        log.append(30);
        AtOnce.answers(4, process -> () -> {
            log.checkpointing().look();
            return true;
        });
        log.checkpointing().look();

        assertThat(log.signed()).hasSize(1);
        assertThat(log.checkpoints().latest().orElseThrow().checkpoint().size()).isEqualTo(30);
    }

    @Test
    void everyCheckpointIsTheBeginningOfTheNext() {
        Checkpoint first = log.grow(5).checkpoint();
        Checkpoint second = log.grow(4).checkpoint();

        assertThat(MerkleProof.consistent(
                        first.size(),
                        first.rootBytes(),
                        second.size(),
                        second.rootBytes(),
                        log.tree().consistency(first.size(), second.size())))
                .isTrue();
    }

    /** The chain has no key: who has the database makes it hold again, and the tree is built anew from it. */
    @Test
    void aProcessThatSignedSignsNoLogFromWhichItsCheckpointsWereTakenAway() {
        Checkpointing checkpointing = log.checkpointing();
        log.append(5);
        checkpointing.look();
        for (String table : List.of("audit_entry", "checkpoint", "audit_tile")) {
            log.jdbc().sql("DELETE FROM " + table).update();
        }
        for (String table : List.of("audit_tip SET n", "audit_tree SET size")) {
            log.jdbc()
                    .sql("UPDATE " + table + " = 0, hash = decode(repeat('00', 32), 'hex')")
                    .update();
        }
        log.append(7);
        log.clock().advance(LogFixture.EVERY);

        checkpointing.look();
        checkpointing.look();
        assertThat(checkpointing.fault()).contains("checkpoint 5");
        assertThat(log.signed()).isEmpty();
    }

    @Test
    void aNodeThatIsParkedAfterARestoreSignsNothingUntilItIsReleased() {
        Checkpointing checkpointing = log.checkpointing();
        log.append(5);
        checkpointing.look();
        log.park(true);
        log.jdbc().sql("DELETE FROM checkpoint").update();
        log.append(2);
        checkpointing.look();
        assertThat(log.signed()).isEmpty();

        log.park(false);
        checkpointing.look();
        assertThat(checkpointing.fault()).isEmpty();
        assertThat(log.signed())
                .extracting(signed -> signed.checkpoint().size())
                .containsExactly(7L);
    }

    @Test
    void aSealThatRanOutSignsNothingThatIsKept() {
        log.grow(2);
        log.append(2);
        Instant honest = log.clock().instant();
        log.clock()
                .moveTo(TestSeals.certificate("school", CertificateUse.SEAL)
                        .getNotAfter()
                        .toInstant()
                        .plusSeconds(1));
        Checkpointing checkpointing = log.checkpointing();
        checkpointing.look();

        assertThat(checkpointing.fault()).contains("seal");
        assertThat(log.signed()).hasSize(1);

        log.clock().moveTo(honest.plus(LogFixture.EVERY));
        checkpointing.look();
        assertThat(checkpointing.fault()).isEmpty();
        assertThat(log.signed()).hasSize(2);
    }

    @Test
    void aClockThatWasAheadAndIsMendedStopsNothing() {
        Instant honest = log.clock().instant();
        log.clock().advance(Duration.ofDays(20));
        log.grow(2);
        log.clock().moveTo(honest);
        log.append(2);
        log.checkpointing().look();

        assertThat(log.signed())
                .extracting(signed -> signed.checkpoint().size())
                .containsExactly(2L, 4L);
        assertThat(log.checkpoints().latest().orElseThrow().signedAt()).isEqualTo(honest);
    }

    @Test
    void aProcessThatSignedGoesOnWhenAnotherSignedMeanwhile() {
        Checkpointing one = log.checkpointing();
        log.append(2);
        one.look();
        log.grow(2);
        log.append(2);
        log.clock().advance(LogFixture.EVERY);
        one.look();

        assertThat(one.fault()).isEmpty();
        assertThat(log.signed()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET event = 'other' WHERE n = 7",
                "DELETE FROM audit_entry WHERE n = 6",
                "UPDATE audit_tile SET hashes = decode(repeat('00', 160), 'hex')",
                "DELETE FROM audit_tile",
                "UPDATE checkpoint SET root = sha256('x')"
            })
    void nothingIsSignedOnWhatSomebodyAltered(String alteration) {
        log.grow(5);
        log.append(3);
        log.clock().advance(LogFixture.EVERY);
        log.jdbc().sql(alteration).update();

        Checkpointing checkpointing = log.checkpointing();
        checkpointing.look();
        assertThat(checkpointing.fault()).isPresent();
        assertThat(log.signed()).hasSize(1);
    }
}
