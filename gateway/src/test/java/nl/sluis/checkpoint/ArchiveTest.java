package nl.sluis.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.audit.AuditLog;
import nl.sluis.certs.CertificateUse;
import nl.sluis.seal.DetachedSignature;
import nl.sluis.seal.Notary;
import nl.sluis.seal.TestSeals;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Archives against everything that can be done to one, by a stranger and by somebody with the node's own keys and database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveTest {

    private static final int ENTRIES = 12;
    private static final X509Certificate SCHOOL = TestSeals.certificate("school", CertificateUse.SEAL);
    private static final X509Certificate TEAM = TestSeals.certificate("wijkteam", CertificateUse.SEAL);
    private static final List<X509Certificate> BOTH = List.of(SCHOOL, TEAM);
    private static final String TEAM_OIN = TestSeals.holder("wijkteam").oin();

    private final Notary team = TestSeals.notary("wijkteam");
    private List<String> events = List.of();
    private LogFixture school = new LogFixture("school");
    private String archive = "";

    /** What somebody does to the log who writes it all anew, signs it with the node's keys, and keeps what witnesses said. */
    enum Forgery {
        ALTERED {
            @Override
            List<String> of(List<String> events) {
                events.set(3, "forged");
                return events;
            }
        },
        REMOVED {
            @Override
            List<String> of(List<String> events) {
                events.remove(3);
                return events;
            }
        },
        PUT_IN {
            @Override
            List<String> of(List<String> events) {
                events.add(3, "forged");
                return events;
            }
        },
        MOVED {
            @Override
            List<String> of(List<String> events) {
                Collections.swap(events, 3, 4);
                return events;
            }
        },
        CUT {
            @Override
            List<String> of(List<String> events) {
                return events.subList(0, ENTRIES / 2);
            }
        };

        abstract List<String> of(List<String> events);
    }

    @BeforeAll
    void aLogThatAWitnessSigned() {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            written.add("event-" + i);
        }
        events = List.copyOf(written);
        school = log(events);
        for (SignedCheckpoint signed : school.signed()) {
            witness(school, signed.checkpoint());
        }
        archive = school.archive();
    }

    @Test
    void anArchiveProvesItselfToWhoTrustsNodeAndWitness() throws IOException {
        LogCheck.Outcome outcome = check(archive, BOTH);

        assertThat(outcome.broken()).isNull();
        assertThat(outcome.entries()).isEqualTo(ENTRIES);
        assertThat(outcome.signed()).isEqualTo(ENTRIES);
        assertThat(outcome.witnesses()).isEqualTo(Map.of(TEAM_OIN, (long) ENTRIES));
        assertThat(outcome.reservations()).isEmpty();
    }

    @Test
    void anAuthorityThatIssuedTheirCertificatesIsEnough() throws IOException {
        List<X509Certificate> authority =
                DetachedSignature.certificates(TestSeals.pki().ca());
        assertThat(check(archive, authority)).isEqualTo(check(archive, BOTH));
    }

    @Test
    void aKeyOfTlsOfTheSameOrganisationSignsNothingThatCounts() throws IOException {
        LogFixture forged = log(events);
        signAnew(forged, TestSeals.systemNotary("school"));

        assertThat(check(
                                forged.archive(),
                                DetachedSignature.certificates(TestSeals.pki().ca()))
                        .reservations())
                .anyMatch(line -> line.startsWith("the node's signature was not checked"));
    }

    @Test
    void whoTrustsNobodyOrTheNodeAloneIsToldWhatIsNotProved() throws IOException {
        assertThat(check(archive, List.of()).broken()).isNull();
        assertThat(check(archive, List.of()).reservations()).anyMatch(line -> line.startsWith("you trust nobody"));
        assertThat(check(archive, List.of(SCHOOL)).reservations())
                .anyMatch(line -> line.startsWith("a countersignature is of somebody"))
                .anyMatch(line -> line.startsWith("no witness"));
        assertThat(check(archive, List.of(TEAM)).reservations())
                .anyMatch(line -> line.startsWith("the node's signature"));
    }

    @Test
    void whoTrustsTheNodesOwnCertificateBelievesNoOtherInItsName() throws IOException {
        LogFixture forged = log(events);
        signAnew(forged, TestSeals.selfMade("school"));

        assertThat(check(forged.archive(), BOTH).broken()).startsWith("entries 1 to 12: signed by another certificate");
        String proof = Prover.prove(5, forged.checkpoints(), forged.tree()).orElseThrow();
        assertThat(ProofCheck.check(proof, BOTH).orElseThrow().broken())
                .startsWith("checkpoint 12: signed by another certificate");
    }

    @Test
    void whatAnEarlierSealSignedIsCoveredByWhatTheTrustedOneSignedLater() throws IOException {
        LogFixture renewed = log(events);
        renewed.jdbc()
                .sql("UPDATE checkpoint SET signed = ? WHERE size = ?")
                .params(
                        TestSeals.selfMade("school")
                                .sign(
                                        renewed.signed().getFirst().checkpoint().text(),
                                        renewed.clock().instant()),
                        ENTRIES / 2)
                .update();

        assertThat(check(renewed.archive(), BOTH).broken()).isNull();
        assertThat(check(renewed.archive(), BOTH).reservations())
                .anyMatch(line -> line.startsWith("the node's signature"));
    }

    @Test
    void noLineOfItCanBeAlteredRemovedDoubledMovedOrCutOffUnseen() throws IOException {
        List<String> lines = archive.lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean signature = line.contains("\"countersignature\"") || line.contains("\"type\":\"checkpoint\"");
            List<String> doubled = new ArrayList<>(lines);
            doubled.add(i, line);
            List<String> removed = new ArrayList<>(lines);
            removed.remove(i);
            List<String> altered = new ArrayList<>(lines);
            // The signature itself stands at the end; the certificate in the middle is not under it
            altered.set(i, flipped(line, signature ? line.length() - 12 : line.length() / 2));
            assertBroken(lines.subList(0, i), "cut before line " + i);
            assertBroken(altered, "altered line " + i);
            if (!signature) {
                assertBroken(doubled, "doubled line " + i);
                assertBroken(removed, "removed line " + i);
            }
            if (i + 1 < lines.size() && !signature) {
                List<String> moved = new ArrayList<>(lines);
                Collections.swap(moved, i, i + 1);
                assertBroken(moved, "moved line " + i);
            }
        }
    }

    @Test
    void theFirstPlaceThatIsWrongIsNamed() throws IOException {
        assertThat(check(archive.replace("event-3", "event-x"), BOTH).broken()).startsWith("entry 4:");
        assertThat(check(archive.replace("\"message\":\"message-7\",", ""), BOTH)
                        .broken())
                .startsWith("entry 8:");
        List<String> lines = new ArrayList<>(archive.lines().toList());
        lines.remove(5);
        assertThat(check(String.join("\n", lines), BOTH).broken()).startsWith("entry 5:");
        assertThat(check(archive.replace("\"end\"", "\"END\""), BOTH).broken()).contains("cannot be read");
        assertThatThrownBy(() -> check("{}", BOTH)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> check("", BOTH)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void onceAWitnessHasSignedAForgeryWithTheNodesOwnKeysIsFound(Forgery forgery) throws IOException {
        LogFixture forged = log(forgery.of(new ArrayList<>(events)));

        // What the witness said is put beside the forged checkpoints
        school.checkpoints().countersignatures().stream()
                .filter(word -> forged.checkpoints().of(word.size()).isPresent())
                .forEach(
                        word -> forged.checkpoints().countersigned(word.size(), word.witness(), word.cms(), word.at()));
        LogCheck.Outcome kept = check(forged.archive(), BOTH);
        // Or left away: then the witness's own copy tells
        LogFixture silent = log(forgery.of(new ArrayList<>(events)));
        LogCheck.Outcome left = check(silent.archive(), BOTH);
        byte[] seen = school.checkpoints().countersignatures().getLast().cms();
        LogCheck.Outcome told = Archive.check(reader(silent.archive()), BOTH, List.of(seen));

        if (forgery != Forgery.CUT) {
            assertThat(kept.broken()).startsWith("entries 1 to 6: a witness signed something else");
        }
        assertThat(left.broken()).as("nobody can know").isNull();
        assertThat(left.reservations()).anyMatch(line -> line.startsWith("no witness"));
        if (forgery == Forgery.CUT) {
            // As an archive of before is; the forger's clock says what he likes
            assertThat(told.broken()).isNull();
            assertThat(told.reservations()).anyMatch(line -> line.startsWith("what was kept of 12 entries was signed"));
            return;
        }
        assertThat(told.broken())
                .startsWith(
                        forgery == Forgery.REMOVED
                                ? "entry 12: the log ends"
                                : "entries 7 to 12: not those that a kept checkpoint");
    }

    @Test
    void whatAWitnessKeptAfterTheExportIsNoFaultOfTheArchiveAndWhatItKeptBeforeIs() throws IOException {
        LogFixture running = log(events);
        String morning = running.archive();
        byte[] afternoon = running.grow(3).cms();
        LogCheck.Outcome later = Archive.check(reader(morning), BOTH, List.of(afternoon));
        assertThat(later.broken()).isNull();
        assertThat(later.reservations()).anyMatch(line -> line.startsWith("what was kept of 15 entries was signed at"));

        // The same end, signed after what was kept: that was cut off
        running.jdbc()
                .sql("UPDATE checkpoint SET signed = ? WHERE size = 12")
                .param(running.notary()
                        .sign(
                                running.checkpoints()
                                        .of(12)
                                        .orElseThrow()
                                        .checkpoint()
                                        .text(),
                                running.clock().instant().plusSeconds(1)))
                .update();
        running.jdbc().sql("DELETE FROM checkpoint WHERE size = 15").update();
        assertThat(Archive.check(reader(running.archive()), BOTH, List.of(afternoon))
                        .broken())
                .startsWith("entry 13: the log ends, and a checkpoint of 15 entries was signed");
    }

    @Test
    void whoSignsForHimselfIsNoWitness() throws IOException {
        LogFixture forged = log(events);
        Checkpoint latest = forged.checkpoints().latest().orElseThrow().checkpoint();
        forged.checkpoints()
                .countersigned(
                        latest.size(),
                        "wijkteam-noord",
                        forged.notary()
                                .sign(
                                        new Countersignature(forged.clock().instant(), latest, List.of()).text(),
                                        forged.clock().instant()),
                        forged.clock().instant());

        assertThat(check(forged.archive(), BOTH).broken()).contains("not signed by a witness");
    }

    @Test
    void aBreakThatAWitnessAdmittedIsTold() throws IOException {
        LogFixture restored = log(events);
        Checkpoint latest = restored.checkpoints().latest().orElseThrow().checkpoint();
        Countersignature.Break admitted =
                new Countersignature.Break(restored.clock().instant(), 99, latest.root());
        restored.checkpoints()
                .countersigned(
                        latest.size(),
                        "wijkteam-noord",
                        team.sign(
                                new Countersignature(restored.clock().instant(), latest, List.of(admitted)).text(),
                                restored.clock().instant()),
                        restored.clock().instant());

        assertThat(check(restored.archive(), BOTH).broken()).isNull();
        assertThat(check(restored.archive(), BOTH).reservations())
                .singleElement()
                .asString()
                .contains("does not go on from a checkpoint of 99 entries");
    }

    @Test
    void theProofOfAnEntryIsCheckedByWhoHasNothingButCertificates() throws IOException {
        for (long n = 1; n <= ENTRIES; n++) {
            String ofDatabase =
                    Prover.prove(n, school.checkpoints(), school.tree()).orElseThrow();
            String ofArchive = Prover.prove(n, reader(archive)).orElseThrow();
            for (String proof : List.of(ofDatabase, ofArchive)) {
                LogCheck.Outcome outcome = ProofCheck.check(proof, BOTH).orElseThrow();
                assertThat(outcome.broken()).isNull();
                assertThat(outcome.reservations()).isEmpty();
                assertThat(outcome.entries()).isEqualTo(n);
                assertThat(outcome.witnesses()).containsOnlyKeys(TEAM_OIN);
            }
        }
        assertThat(Prover.prove(ENTRIES + 1, school.checkpoints(), school.tree()))
                .isEmpty();
        assertThat(Prover.prove(0, reader(archive))).isEmpty();
    }

    @Test
    void noOtherProofHolds() {
        String proof = Prover.prove(5, school.checkpoints(), school.tree()).orElseThrow();
        for (String[] change : new String[][] {
            {"event-4", "event-x"}, {"\"n\":5", "\"n\":6"}, {"\"message\":\"message-4\"", "\"message\":null"},
            {"\"size\":12", "\"size\":11"}, {"\"path\":[\"", "\"path\":[\"A"}, {"\"root\":\"", "\"root\":\"A"}
        }) {
            assertThat(proof).contains(change[0]);
            Optional<LogCheck.Outcome> outcome = ProofCheck.check(proof.replace(change[0], change[1]), BOTH);
            assertThat(outcome.isEmpty() || outcome.get().broken() != null)
                    .as(change[1])
                    .isTrue();
        }
        for (String rubbish : List.of("", "{}", "null", "[]", proof + "x", proof.substring(1))) {
            assertThat(ProofCheck.check(rubbish, BOTH)).as(rubbish).isEmpty();
        }
    }

    private void assertBroken(List<String> lines, String what) throws IOException {
        assertThat(check(String.join("\n", lines), BOTH).broken()).as(what).isNotNull();
    }

    private static String flipped(String line, int at) {
        char other = line.charAt(at) == 'A' ? 'B' : 'A';
        return line.substring(0, at) + other + line.substring(at + 1);
    }

    /** A log of the school with a checkpoint after the first half and at its end. */
    private static LogFixture log(List<String> events) {
        LogFixture log = new LogFixture("school");
        int half = ENTRIES / 2;
        append(log, events.subList(0, half), 0);
        log.grow(0);
        if (events.size() > half) {
            append(log, events.subList(half, events.size()), half);
            log.grow(0);
        }
        return log;
    }

    private static void append(LogFixture log, List<String> events, int from) {
        AuditLog audit = AuditLog.of(log.jdbc(), log.clock());
        log.transaction().executeWithoutResult(status -> {
            for (int i = 0; i < events.size(); i++) {
                audit.append(events.get(i), "message-" + (from + i), Map.of("kind", "SIGNAL"));
            }
        });
    }

    private void witness(LogFixture log, Checkpoint checkpoint) {
        log.checkpoints()
                .countersigned(
                        checkpoint.size(),
                        "wijkteam-noord",
                        team.sign(
                                new Countersignature(log.clock().instant(), checkpoint, List.of()).text(),
                                log.clock().instant()),
                        log.clock().instant());
    }

    private static LogCheck.Outcome check(String archive, List<X509Certificate> trusted) throws IOException {
        return Archive.check(reader(archive), trusted, List.of());
    }

    private static BufferedReader reader(String archive) {
        return new BufferedReader(new StringReader(archive));
    }

    /** Every checkpoint of a log, signed by somebody else. */
    private static void signAnew(LogFixture log, Notary notary) {
        log.signed()
                .forEach(signed -> log.jdbc()
                        .sql("UPDATE checkpoint SET signed = ? WHERE size = ?")
                        .params(
                                notary.sign(signed.checkpoint().text(), signed.signedAt()),
                                signed.checkpoint().size())
                        .update());
    }
}
