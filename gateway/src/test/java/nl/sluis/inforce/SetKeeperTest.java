package nl.sluis.inforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import nl.sluis.policy.ClosedRules;
import nl.sluis.policy.Outcome;
import nl.sluis.policy.PolicyDecisionPoint;
import nl.sluis.policy.SharingRequest;
import nl.sluis.policy.Verdict;
import nl.sluis.policy.rules.RuleBook;
import nl.sluis.policyset.CaseJson;
import nl.sluis.policyset.RefusedSet;
import nl.sluis.policyset.SetFault;
import nl.sluis.policyset.SetFolder;
import nl.sluis.policyset.SignedSets;
import nl.sluis.policyset.SignerRole;
import nl.sluis.testing.AtOnce;
import nl.sluis.testing.Journal;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A node decides by the last set that is in order, by the day of sending, and by none when there is none. */
class SetKeeperTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String SINCE = "2026-11-01";

    @TempDir
    static Path home;

    private static SignedSets sets;
    private static Path shipped;
    private static Path stricter;

    private final javax.sql.DataSource database = TestDatabase.migrated();
    private final Journal journal = new Journal();
    // Certificates are of today, whatever day that is: only the day of sending is fixed
    private final SettableClock clock = new SettableClock(Instant.now());

    @TempDir
    Path place;

    private Path folder;

    @BeforeAll
    static void signTwoSets() {
        sets = new SignedSets(home);
        shipped = sets.signed(sets.shipped(), null, SINCE);
        stricter = sets.signed(sets.stricter("1"), shipped, SINCE);
    }

    @BeforeEach
    void nameTheFolder() {
        folder = place.resolve("in-force");
    }

    @Test
    void decidesByASetThatIsInOrderAndThenByTheOneThatFollows() {
        SetKeeper keeper = started(shipped);
        assertThat(keeper.on(TODAY).hash()).isEqualTo(hash(shipped));
        SignedSets.copy(stricter, folder);
        keeper.look();
        assertThat(keeper.on(TODAY).hash()).isEqualTo(hash(stricter));
        assertThat(keeper.refused()).isEmpty();
        assertThat(journal.audited()).hasSize(2).allMatch(entry -> entry.startsWith("policy.accepted"));
        keeper.look();
        assertThat(journal.audited()).hasSize(2);
    }

    @Test
    void aSetOfALaterDayWaitsWhileTheOldOneDecides() {
        Path later = sets.signed(sets.stricter("later"), shipped, "2027-01-01");
        SetKeeper keeper = started(shipped);
        SignedSets.copy(later, folder);
        keeper.look();
        assertThat(keeper.on(LocalDate.of(2026, 12, 31)).hash()).isEqualTo(hash(shipped));
        assertThat(keeper.on(LocalDate.of(2027, 1, 1)).hash()).isEqualTo(hash(later));
        SetKeeper again = keeper();
        again.start();
        assertThat(again.on(TODAY).hash()).as("after a restart").isEqualTo(hash(shipped));
    }

    @Test
    void aNewNodeTakesTheEarlierSetsInTheirOrderByItself() throws IOException {
        Path earlier = Files.createDirectories(place.resolve("earlier"));
        SignedSets.copy(sets.signed(sets.stricter("aside"), shipped, SINCE), earlier.resolve("b"));
        Files.createDirectories(earlier.resolve("a-empty-one"));
        Path third = sets.signed(sets.stricter("third"), stricter, SINCE);
        SetKeeper keeper = started(third);
        assertThat(codes(keeper)).as("one is missing between").containsExactly(SetFault.Code.NOT_THE_NEXT);
        assertThat(keeper.closed(TODAY)).isTrue();
        SignedSets.copy(stricter, earlier.resolve("a"));
        keeper.look();
        assertThat(keeper.on(TODAY).hash()).isEqualTo(hash(third));
        assertThat(journal.audited())
                .filteredOn(entry -> entry.startsWith("policy.accepted"))
                .hasSize(2);
    }

    @Test
    void anEarlierSetThatIsNotInOrderLeadsNowhere() throws IOException {
        Path earlier = Files.createDirectories(place.resolve("earlier")).resolve("one");
        SignedSets.copy(stricter, earlier);
        Files.delete(earlier.resolve("handtekeningen").resolve(SignerRole.LAWYER.file()));
        SetKeeper keeper = started(sets.signed(sets.stricter("third"), stricter, SINCE));
        assertThat(codes(keeper)).containsExactly(SetFault.Code.SIGNATURE_MISSING);
        assertThat(keeper.closed(TODAY)).isTrue();
    }

    @Test
    void withoutASetThatIsInOrderNothingLeaves() throws IOException {
        SignedSets.copy(shipped, folder);
        Files.delete(folder.resolve("handtekeningen").resolve(SignerRole.LAWYER.file()));
        SetKeeper keeper = keeper();
        keeper.start();
        Verdict verdict = new PolicyDecisionPoint(keeper).judge(correction());
        assertThat(verdict.outcome()).isEqualTo(Outcome.DENY);
        assertThat(verdict.reasons().getFirst().text()).contains("geen geldige beleidsset");
        assertThat(keeper.closed(TODAY)).isTrue();
        assertThat(new PolicyHealth(keeper, clock).health().getStatus().getCode())
                .isEqualTo("OUT_OF_SERVICE");
        assertThat(journal.audited()).singleElement().asString().contains("policy.refused", "SIGNATURE_MISSING");
    }

    @Test
    void aBrokenSetLeavesTheLastGoodOneAndIsToldOnce() throws IOException {
        SetKeeper keeper = started(shipped);
        SignedSets.copy(stricter, folder);
        Files.writeString(folder.resolve("21-extra.md"), "# Leeg\n");
        keeper.look();
        keeper.look();
        assertThat(keeper.on(TODAY).hash()).isEqualTo(hash(shipped));
        assertThat(codes(keeper)).containsExactly(SetFault.Code.FILE_CHANGED);
        assertThat(journal.audited())
                .filteredOn(entry -> entry.startsWith("policy.refused"))
                .singleElement()
                .asString()
                .contains("FILE_CHANGED", hash(shipped));
        assertThat(new PolicyHealth(keeper, clock).health().getDetails()).containsEntry("refused", "FILE_CHANGED");
    }

    @Test
    void theLastGoodSetSurvivesARestartWithABrokenFolder() {
        started(shipped);
        SetKeeper again = keeper();
        SignedSets.copy(home.resolve("pki"), folder);
        again.start();
        assertThat(again.on(TODAY).hash()).isEqualTo(hash(shipped));
        assertThat(codes(again)).containsExactly(SetFault.Code.FILE_EXTRA);
    }

    @Test
    void anOlderSetDoesNotComeBackUnlessItIsSignedAnew() {
        SetKeeper keeper = started(shipped);
        SignedSets.copy(stricter, folder);
        keeper.look();
        SignedSets.copy(shipped, folder);
        keeper.look();
        assertThat(codes(keeper)).containsExactly(SetFault.Code.SEEN_BEFORE);
        assertThat(keeper.on(TODAY).hash()).isEqualTo(hash(stricter));

        Path back = sets.signed(sets.shipped(), stricter, "2026-11-20");
        SignedSets.copy(back, folder);
        keeper.look();
        assertThat(keeper.on(TODAY).hash()).isEqualTo(hash(shipped));
        SignedSets.copy(stricter, folder);
        keeper.look();
        assertThat(codes(keeper)).as("a replay of the set in between").containsExactly(SetFault.Code.SEEN_BEFORE);
    }

    @Test
    void severalProcessesOfANodeFollowEachOther() {
        SetKeeper one = started(shipped);
        SetKeeper other = keeper();
        other.start();
        SignedSets.copy(stricter, folder);
        one.look();
        other.look();
        assertThat(other.on(TODAY).hash()).isEqualTo(hash(stricter));
        assertThat(journal.audited()).hasSize(2);
    }

    @Test
    void aSetThatFollowsAnotherOneIsRefused() {
        Path third = sets.signed(sets.stricter("2"), stricter, SINCE);
        SetKeeper keeper = started(shipped);
        SignedSets.copy(third, folder);
        keeper.look();
        assertThat(codes(keeper)).containsExactly(SetFault.Code.NOT_THE_NEXT);
    }

    @Test
    void aSetWhoseEffectIsNotTheSignedOneIsRefused() throws IOException {
        Path set = sets.stricter("3");
        sets.sign(set, SignerRole.LAWYER, shipped, SINCE);
        Path manifest = set.resolve("MANIFEST");
        Files.writeString(manifest, Files.readString(manifest).replaceAll("verschil sha256:..", "verschil sha256:00"));
        for (SignerRole role : SignerRole.values()) {
            resign(set, role);
        }
        SetKeeper keeper = started(shipped);
        SignedSets.copy(set, folder);
        keeper.look();
        assertThat(codes(keeper)).containsExactly(SetFault.Code.DIFFERENCE);
    }

    @Test
    void anAcceptedSetWhoseSignerIsNoLongerTrustedDeniesEverything() {
        started(shipped);
        SetKeeper again = new SetKeeper(settings(sets.certificate(SignerRole.PRIVACY_OFFICER)), stored(), clock);
        again.start();
        assertThat(again.on(TODAY).hash()).isEqualTo(ClosedRules.book().hash());
    }

    @Test
    void withoutASettingTheRulesOfTheProgramDecide() {
        PolicySettings none = new PolicySettings(null, null, List.of(), List.of(), null, Duration.ofMinutes(1));
        SetKeeper keeper = new SetKeeper(none, stored(), clock);
        keeper.start();
        keeper.look();
        assertThat(keeper.on(TODAY).hash())
                .isEqualTo(nl.sluis.policy.RuleSets.builtIn().hash());
        assertThat(PolicyCheck.notes(none)).singleElement().asString().contains("signed by nobody");
    }

    @Test
    void everyDecisionDuringAChangeIsWhollyByOneSet() {
        SetKeeper keeper = started(shipped);
        PolicyDecisionPoint point = new PolicyDecisionPoint(keeper);
        SharingRequest request = correction();
        String before = hash(shipped);
        String after = hash(stricter);
        AtomicBoolean changed = new AtomicBoolean();
        AtomicInteger old = new AtomicInteger();
        AtomicInteger fresh = new AtomicInteger();
        AtOnce.answers(4, thread -> () -> {
            if (thread == 0) {
                while (old.get() == 0) {
                    Thread.onSpinWait();
                }
                SignedSets.copy(stricter, folder);
                keeper.look();
                changed.set(true);
                return true;
            }
            while (fresh.get() == 0 || !changed.get()) {
                Verdict verdict = point.judge(request);
                if (verdict.policy().equals(before)) {
                    assertThat(verdict.outcome()).isEqualTo(Outcome.HOLD);
                    old.incrementAndGet();
                } else {
                    assertThat(verdict.policy()).isEqualTo(after);
                    assertThat(verdict.outcome()).isEqualTo(Outcome.DENY);
                    fresh.incrementAndGet();
                }
            }
            return true;
        });
        assertThat(old.get()).isPositive();
        assertThat(fresh.get()).isPositive();
    }

    @Test
    void aChangeOfTheFolderIsSeenWithoutBeingAskedAlsoAfterAStopAndAStart() {
        SetKeeper keeper = started(shipped);
        SetWatch watch = new SetWatch(List.of(folder), Duration.ofMinutes(10), keeper::look);
        watch.start();
        watch.stop();
        assertThat(watch.isRunning()).isFalse();
        watch.start();
        PolicyDecisionPoint point = new PolicyDecisionPoint(keeper);
        assertThat(point.judge(correction()).outcome()).isEqualTo(Outcome.HOLD);
        SignedSets.copy(stricter, folder);
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> point.judge(correction()).outcome() == Outcome.DENY);
        assertThat(point.judge(correction()).policy()).isEqualTo(hash(stricter));
        watch.stop();
    }

    private SetKeeper started(Path set) {
        SignedSets.copy(set, folder);
        SetKeeper keeper = keeper();
        keeper.start();
        return keeper;
    }

    private SetKeeper keeper() {
        return new SetKeeper(settings(sets.certificate(SignerRole.LAWYER)), stored(), clock);
    }

    private PolicySettings settings(Path lawyer) {
        return new PolicySettings(
                folder,
                place.resolve("earlier"),
                List.of(sets.certificate(SignerRole.PRIVACY_OFFICER)),
                List.of(lawyer),
                null,
                Duration.ofMinutes(1));
    }

    private SetKeeper.Stored stored() {
        return new SetKeeper.Stored(
                new AcceptedSetStore(JdbcClient.create(database)),
                journal,
                new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    private void resign(Path set, SignerRole role) throws IOException {
        Path signature = set.resolve("handtekeningen").resolve(role.file());
        Files.deleteIfExists(signature);
        Files.write(
                signature,
                nl.sluis.seal.TestSignatures.signed(
                        Files.readAllBytes(set.resolve("MANIFEST")),
                        Path.of(sets.certificate(role).toString().replace(".pem", ".key")),
                        sets.certificate(role),
                        Instant.now()));
    }

    private static List<SetFault.Code> codes(SetKeeper keeper) {
        return keeper.refused().stream().map(SetFault::code).toList();
    }

    private static String hash(Path set) {
        try {
            RuleBook book = SetFolder.read(set).book();
            return book.hash();
        } catch (RefusedSet e) {
            throw new AssertionError(e);
        }
    }

    /** A correction about a child for which one parent has not consented. */
    private static SharingRequest correction() {
        try {
            String text = Files.readString(Path.of("..", "docs", "examples", "parents-of-mila.json"))
                    .replace("\"SIGNAL\"", "\"CORRECTION\"");
            return ((CaseJson.Read.Case) CaseJson.read(CaseJson.mapper().readTree(text))).request();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
