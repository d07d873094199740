package nl.sluis.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.certs.CertificateUse;
import nl.sluis.checkpoint.Checkpoint;
import nl.sluis.checkpoint.Checkpoints;
import nl.sluis.checkpoint.Countersignature;
import nl.sluis.checkpoint.LogFixture;
import nl.sluis.checkpoint.SignedCheckpoint;
import nl.sluis.directory.Partner;
import nl.sluis.seal.TestSeals;
import nl.sluis.testing.AtOnce;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The school asks the team to countersign; each with a database of its own. */
class WitnessTest {

    private static final Partner SCHOOL = partner("school", OrganisationType.SCHOOL);
    private static final Partner TEAM = partner("wijkteam", OrganisationType.WIJKTEAM);

    private final LogFixture school = new LogFixture("school");
    private final LogFixture team = new LogFixture("wijkteam");
    private final List<Ask> asked = new ArrayList<>();

    @Test
    void everyCheckpointIsCountersignedAsTheLogGrows() {
        for (int size : new int[] {3, 1, 300, 4}) {
            school.grow(size);
            Witnessing witnessing = witnessing(school);
            witnessing.look();
            assertThat(witnessing.silent()).isEmpty();
        }

        List<Checkpoints.Given> words = school.checkpoints().countersignatures();
        assertThat(words).extracting(Checkpoints.Given::size).containsExactly(3L, 4L, 304L, 308L);
        assertThat(asked)
                .as("the proof begins where the witness is")
                .extracting(Ask::old)
                .containsExactly(0L, 3L, 4L, 304L);
        Countersignature last = word(words.getLast());
        assertThat(last.checkpoint())
                .isEqualTo(school.checkpoints().latest().orElseThrow().checkpoint());
        assertThat(last.breaks()).isEmpty();
        assertThat(disputes(school)).isEmpty();
        assertThat(disputes(team)).isEmpty();
    }

    @Test
    void nothingIsAskedTwiceOfOneThatCountersigned() {
        school.grow(3);
        witnessing(school).look();
        witnessing(school).look();

        assertThat(asked).hasSize(1);
    }

    @Test
    void aNodeThatIsParkedAfterARestoreAsksNobody() {
        school.grow(3);
        school.park(true);
        witnessing(school).look();
        assertThat(asked).isEmpty();

        school.park(false);
        witnessing(school).look();
        assertThat(asked).hasSize(1);
    }

    @Test
    void aLookWhileAnotherWaitsForASlowWitnessDoesNotWaitToo() {
        school.grow(3);
        AtomicReference<Witnessing> slow = new AtomicReference<>();
        AtomicBoolean answered = new AtomicBoolean();
        slow.set(witnessing(school, (witness, ask) -> {
            asked.add(ask);
            CompletableFuture<Void> next = CompletableFuture.runAsync(slow.get()::look);
            Awaitility.await().untilAsserted(() -> assertThat(next).isCompleted());
            answered.set(true);
            return new Asking.Answer.None("TIMEOUT");
        }));
        slow.get().look();

        assertThat(answered).isTrue();
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatAnotherProcessSignedAndHadCountersignedMeanwhileIsNotAskedAgain() {
        school.grow(3);
        OrganisationId first = new OrganisationId("other-witness");
        Partner slow = partner("huisarts", OrganisationType.WIJKTEAM);
        Witnessing witnessing = new Witnessing(
                new Witnessing.Log(school.checkpoints(), school.tree(), school.notary(), school.origin()),
                id -> Optional.of(id.equals(TEAM.id()) ? TEAM : slow),
                (witness, ask) -> {
                    if (witness.equals(slow)) {
                        school.grow(2);
                        witnessing(school).look();
                    }
                    asked.add(ask);
                    return new Asking.Answer.None("TIMEOUT");
                },
                new Disputes(school.jdbc(), AuditLog.of(school.jdbc(), school.clock())),
                new Witnessing.Surroundings(
                        List.of(first, TEAM.id()), school.transaction(), school.clock(), school::parked));
        witnessing.look();

        assertThat(witnessing.silent()).containsOnlyKeys(first);
        assertThat(school.checkpoints().lastCountersigned(TEAM.id().value())).isEqualTo(5);
    }

    @Test
    void aCheckpointOfAnEarlierSealIsKnownAgainByWhatWasKept() {
        SignedCheckpoint kept = school.grow(3);
        byte[] before = TestSeals.selfMade("school")
                .sign(kept.checkpoint().text(), school.clock().instant());
        byte[] strangers = TestSeals.selfMade("school")
                .sign(kept.checkpoint().text(), school.clock().instant().plusSeconds(1));
        school.jdbc().sql("UPDATE checkpoint SET signed = ?").param(before).update();
        school.grow(2);

        for (byte[] seen : List.of(before, strangers)) {
            asked.clear();
            Witnessing witnessing = witnessing(school, (witness, ask) -> {
                asked.add(ask);
                return ask.old() == 0 ? new Asking.Answer.Seen(seen) : new Asking.Answer.None("TIMEOUT");
            });
            witnessing.look();
            assertThat(asked).extracting(Ask::old).isEqualTo(seen == before ? List.of(0L, 3L) : List.of(0L));
        }
    }

    @Test
    void aLogThatWasRewrittenWithTheNodesOwnKeysIsRefusedAndAlarmsAtBoth() {
        school.grow(5);
        witnessing(school).look();
        LogFixture rewritten = rewritten(9);

        Witnessing witnessing = witnessing(rewritten);
        witnessing.look();
        witnessing.look();

        assertThat(witnessing.silent()).containsValue("DISPUTED");
        assertThat(rewritten.checkpoints().countersignatures()).isEmpty();
        assertThat(disputes(rewritten))
                .containsExactly("own log, disputed by " + TEAM.id().value() + " (FORK)");
        assertThat(disputes(team)).containsExactly("log of " + SCHOOL.id().value() + " (BAD_PROOF)");
        assertThat(events(rewritten)).containsOnlyOnce("checkpoint.disputed");
        assertThat(events(team)).containsOnlyOnce("witness.disputed");
    }

    @Test
    void aLogThatWasPutBackIsRefusedAndAlarmsAtBothWhileItIsShorterAndWhenItIsLonger() {
        school.grow(5);
        witnessing(school).look();
        LogFixture shorter = rewritten(4);
        witnessing(shorter).look();

        assertThat(disputes(shorter))
                .containsExactly("own log, disputed by " + TEAM.id().value() + " (ROLLBACK)");
        assertThat(disputes(team)).containsExactly("log of " + SCHOOL.id().value() + " (ROLLBACK)");

        shorter.grow(6);
        witnessing(shorter).look();
        assertThat(shorter.checkpoints().countersignatures()).isEmpty();
        assertThat(disputes(team)).hasSize(1);
    }

    @Test
    void ofOneSizeOneLogCounts() {
        school.grow(5);
        witnessing(school).look();
        LogFixture other = rewritten(5);
        witnessing(other).look();

        assertThat(disputes(other))
                .containsExactly("own log, disputed by " + TEAM.id().value() + " (FORK)");
        assertThat(disputes(team)).containsExactly("log of " + SCHOOL.id().value() + " (FORK)");
    }

    @Test
    void aRestoreIsAdmittedByAPersonAtTheWitnessAndEveryWordSaysSoEverAfter() {
        school.grow(5);
        witnessing(school).look();
        Checkpoint left = school.checkpoints().latest().orElseThrow().checkpoint();
        LogFixture restored = rewritten(9);
        witnessing(restored).look();
        assertThat(admit(team)).isTrue();
        assertThat(admit(team)).as("once").isFalse();

        restored.grow(2);
        Witnessing witnessing = witnessing(restored);
        witnessing.look();

        assertThat(witnessing.silent()).isEmpty();
        Countersignature word = word(restored.checkpoints().countersignatures().getLast());
        assertThat(word.breaks()).singleElement().satisfies(broken -> {
            assertThat(broken.size()).isEqualTo(left.size());
            assertThat(broken.root()).isEqualTo(left.root());
        });
        assertThat(disputes(restored)).isEmpty();
        assertThat(disputes(team)).isEmpty();
        assertThat(events(restored)).contains("checkpoint.dispute-ended");
        assertThat(events(team)).contains("witness.dispute-ended");
    }

    @Test
    void aRestoreIsAdmittedAlsoAfterThePartnerChangedItsSeal() {
        school.grow(5);
        witnessing(school).look();
        witnessing(rewritten(9)).look();
        Partner renewed = new Partner(
                SCHOOL.id(),
                SCHOOL.name(),
                SCHOOL.type(),
                SCHOOL.oin(),
                SCHOOL.endpoint(),
                TestSeals.certificate("huisarts", CertificateUse.SEAL),
                null);

        assertThat(admit(team, renewed)).isTrue();
    }

    /** A person decides while a word is being given: the break names what was countersigned last, not what was before. */
    @Test
    void aWordThatIsGivenWhileAPersonAdmitsStandsInTheBreak() {
        school.grow(5);
        witnessing(school).look();
        witnessing(rewritten(9)).look();
        SignedCheckpoint later = school.grow(3);
        Ask ask = new Ask(5, school.tree().consistency(5, 8), later.cms());
        CompletableFuture<Boolean> admitted = new CompletableFuture<>();
        team.transaction().executeWithoutResult(status -> {
            new WitnessDesk(
                            new WitnessedStore(team.jdbc()),
                            new Disputes(team.jdbc(), AuditLog.of(team.jdbc(), team.clock())),
                            team.notary(),
                            school.clock())
                    .judge(SCHOOL, ask);
            admitted.completeAsync(() -> admit(team));
            Awaitility.await()
                    .until(() -> team.jdbc()
                            .sql(
                                    "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                                            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))")
                            .query(Boolean.class)
                            .single());
        });

        assertThat(admitted.join()).isTrue();
        assertThat(team.jdbc()
                        .sql("SELECT size FROM witnessed_break")
                        .query(Long.class)
                        .list())
                .containsExactly(8L);
    }

    @Test
    void oneThatComesLateIsNoRollback() {
        SignedCheckpoint first = school.grow(3);
        SignedCheckpoint second = school.grow(3);
        assertThat(judge(new Ask(0, List.of(), second.cms()))).isInstanceOf(WitnessDesk.Verdict.Countersigned.class);

        assertThat(judge(new Ask(0, List.of(), first.cms())))
                .isInstanceOfSatisfying(
                        WitnessDesk.Verdict.FromThere.class,
                        there -> assertThat(there.size()).isEqualTo(6));
        assertThat(disputes(team)).isEmpty();
    }

    @Test
    void requestsAtOnceLeaveOneLineThatEachWordIsOn() {
        List<SignedCheckpoint> checkpoints = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            checkpoints.add(school.grow(2));
        }
        AtOnce.answers(
                4,
                i -> () -> judge(new Ask(
                        i == 0 ? 0 : 2L * i,
                        school.tree()
                                .consistency(
                                        i == 0 ? 0 : 2L * i,
                                        checkpoints.get(i).checkpoint().size()),
                        checkpoints.get(i).cms())));

        assertThat(disputes(team)).isEmpty();
        witnessing(school).look();
        assertThat(school.checkpoints().lastCountersigned(TEAM.id().value())).isEqualTo(8);
    }

    @Test
    void whatIsNotThePartnersOwnIsNotJudged() {
        LogFixture other = new LogFixture("huisarts");
        byte[] ofAnother = other.grow(2).cms();
        byte[] rubbish = "rubbish".getBytes(StandardCharsets.UTF_8);
        byte[] otherOrigin = school.notary()
                .sign(
                        other.checkpoints().latest().orElseThrow().checkpoint().text(),
                        school.clock().instant());
        byte[] ahead = school.notary()
                .sign(
                        Checkpoint.of(school.origin(), 3, new byte[32]).text(),
                        school.clock().instant().plus(Duration.ofDays(2)));
        for (byte[] cms : List.of(ofAnother, rubbish, otherOrigin, ahead, new byte[0])) {
            assertThat(judge(new Ask(0, List.of(), cms))).isEqualTo(new WitnessDesk.Verdict.NotIts());
        }
        for (String json : List.of(
                "",
                "null",
                "[]",
                "{}",
                "{\"old\":0,\"proof\":[\"AA==\"],\"checkpoint\":\"\"}",
                "{\"old\":-1,\"proof\":[],\"checkpoint\":\"\"}",
                "{\"old\":0,\"proof\":[null],\"checkpoint\":\"\"}",
                "{\"old\":0,\"proof\":[],\"checkpoint\":\"%\"}",
                "{\"old\":0,\"proof\":[],\"checkpoint\":\"\"} x",
                "{\"old\":0,\"proof\":[],\"checkpoint\":\"\",\"more\":1}")) {
            assertThat(Ask.read(json.getBytes(StandardCharsets.UTF_8))).as(json).isEmpty();
        }
    }

    @Test
    void aWitnessThatAnswersAnythingButItsWordIsNotBelieved() {
        LogFixture other = new LogFixture("huisarts");
        SignedCheckpoint ofAnother = other.grow(4);
        SignedCheckpoint earlier = school.grow(2);
        byte[] old = ((WitnessDesk.Verdict.Countersigned) judge(new Ask(0, List.of(), earlier.cms()))).cms();
        SignedCheckpoint latest = school.grow(2);
        List<Asking.Answer> hostile = List.of(
                new Asking.Answer.Word(new byte[0]),
                new Asking.Answer.Word("rubbish".getBytes(StandardCharsets.UTF_8)),
                new Asking.Answer.Word(old),
                new Asking.Answer.Word(latest.cms()),
                new Asking.Answer.Word(signedByTeam(ofAnother.checkpoint(), Duration.ZERO)),
                new Asking.Answer.Word(signedByTeam(latest.checkpoint(), Duration.ofDays(-3))),
                new Asking.Answer.Word(other.notary()
                        .sign(
                                new Countersignature(school.clock().instant(), latest.checkpoint(), List.of()).text(),
                                school.clock().instant())),
                new Asking.Answer.Seen(new byte[0]),
                new Asking.Answer.Seen(ofAnother.cms()),
                new Asking.Answer.Seen(earlier.cms()),
                new Asking.Answer.Seen(latest.cms()),
                new Asking.Answer.Seen(signedByTeam(latest.checkpoint(), Duration.ZERO)));
        for (Asking.Answer answer : hostile) {
            Witnessing witnessing = witnessing(school, (witness, ask) -> answer);
            witnessing.look();
            assertThat(witnessing.silent()).containsEntry(TEAM.id(), "NOT_BELIEVED");
        }
        assertThat(school.checkpoints().countersignatures()).isEmpty();
        assertThat(disputes(school))
                .as("nobody can call our log rewritten without our own signature")
                .isEmpty();
    }

    /** The school's log as somebody wrote it anew who has the school's keys and database; same keys, other entries. */
    private LogFixture rewritten(int size) {
        LogFixture rewritten = new LogFixture("school");
        rewritten.clock().moveTo(school.clock().instant());
        rewritten.append(1);
        rewritten.grow(size - 1);
        return rewritten;
    }

    private byte[] signedByTeam(Checkpoint checkpoint, Duration off) {
        return team.notary()
                .sign(
                        new Countersignature(school.clock().instant().plus(off), checkpoint, List.of()).text(),
                        school.clock().instant());
    }

    private Witnessing witnessing(LogFixture of) {
        return witnessing(of, (witness, ask) -> {
            asked.add(ask);
            return switch (judge(ask)) {
                case WitnessDesk.Verdict.Countersigned word -> new Asking.Answer.Word(word.cms());
                case WitnessDesk.Verdict.FromThere there -> new Asking.Answer.Seen(there.seen());
                case WitnessDesk.Verdict.Refused refused -> new Asking.Answer.Seen(refused.seen());
                case WitnessDesk.Verdict.NotIts other -> new Asking.Answer.None("HTTP_422");
            };
        });
    }

    private static Witnessing witnessing(LogFixture of, Asking asking) {
        return new Witnessing(
                new Witnessing.Log(of.checkpoints(), of.tree(), of.notary(), of.origin()),
                id -> Optional.of(TEAM).filter(team -> team.id().equals(id)),
                asking,
                new Disputes(of.jdbc(), AuditLog.of(of.jdbc(), of.clock())),
                new Witnessing.Surroundings(List.of(TEAM.id()), of.transaction(), of.clock(), of::parked));
    }

    private WitnessDesk.Verdict judge(Ask ask) {
        Ask read = Ask.read(ask.json()).orElseThrow();
        WitnessDesk desk = new WitnessDesk(
                new WitnessedStore(team.jdbc()),
                new Disputes(team.jdbc(), AuditLog.of(team.jdbc(), team.clock())),
                team.notary(),
                school.clock());
        return Objects.requireNonNull(team.transaction().execute(status -> desk.judge(SCHOOL, read)));
    }

    private boolean admit(LogFixture at) {
        return admit(at, SCHOOL);
    }

    private boolean admit(LogFixture at, Partner partner) {
        AdmitDesk desk = new AdmitDesk(at.jdbc(), AuditLog.of(at.jdbc(), at.clock()));
        return Boolean.TRUE.equals(at.transaction()
                .execute(status -> desk.admit(partner, "ict-7", at.clock().instant())));
    }

    private static List<String> disputes(LogFixture at) {
        return new AdmitDesk(at.jdbc(), AuditLog.of(at.jdbc(), at.clock()))
                .open().stream()
                        .map(line -> line.replaceAll(" since [^ ]+", ""))
                        .toList();
    }

    private static List<String> events(LogFixture at) {
        return at.jdbc()
                .sql("SELECT event FROM audit_entry WHERE event LIKE '%disput%' ORDER BY n")
                .query(String.class)
                .list();
    }

    private static Countersignature word(Checkpoints.Given given) {
        return Countersignature.read(given.cms(), TEAM.signers()).orElseThrow();
    }

    private static Partner partner(String holder, OrganisationType type) {
        return new Partner(
                TestSeals.organisation(holder),
                holder,
                type,
                TestSeals.holder(holder).oin(),
                URI.create("https://localhost:1"),
                TestSeals.certificate(holder, CertificateUse.SEAL),
                null);
    }
}
