package nl.sluis.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.Message;
import nl.sluis.feed.Joining.Decision;
import nl.sluis.followup.Opening;
import nl.sluis.followup.Owners;
import nl.sluis.followup.Task;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import nl.sluis.household.Doubt;
import nl.sluis.household.HouseholdMember;
import nl.sluis.household.Households;
import nl.sluis.household.Note;
import nl.sluis.household.Records;
import nl.sluis.linking.Clue;
import nl.sluis.regie.TestRegie;
import nl.sluis.seal.AtRest;
import nl.sluis.storage.TestDataKeys;
import nl.sluis.testing.Family;
import nl.sluis.testing.Journal;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JoiningTest {

    private static final Viewer TEAM = new Viewer.Organisation();

    private final DataSource database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final AtRest atRest = TestDataKeys.atRest(jdbc);
    private final Households households = new Households(jdbc, atRest);
    private final Feed feed =
            new Feed(jdbc, households, source -> "De Wilgenhof", (item, household, message, at) -> {});
    private final Journal audit = new Journal();
    private final Records records = new Records(jdbc, households);
    private final Tasks tasks = new Tasks(jdbc, households, () -> Owners.NOBODY, "intake", audit, Clock.systemUTC());
    private final Joining joining =
            new Joining(jdbc, households, tasks, TestRegie.moves(jdbc, tasks), audit, Clock.systemUTC());

    @Test
    void aDoubtSaysWhoMayBeWhoAndWhyAndNothingIsJoinedByItself() {
        FeedItem known = added(mila("Mila", "Valt in slaap."));
        FeedItem doubtful = added(mila(null, "Komt niet."));

        assertThat(doubtful.household()).isNotEqualTo(known.household());
        assertThat(doubtful.ambiguousHousehold()).isTrue();
        assertThat(households.doubts(known.household())).isEmpty();
        Doubt doubt = households.doubts(doubtful.household()).getFirst();
        assertThat(doubt.other()).isEqualTo(known.household());
        assertThat(doubt.candidate())
                .isEqualTo(households.members(known.household()).getFirst().id());
        assertThat(doubt.clues()).containsExactlyInAnyOrder(Clue.SAME_FAMILY_NAME, Clue.SAME_BIRTH_DATE);
        assertThat(doubt.apartAt()).isNull();
    }

    @Test
    void aPersonWhoSeesThatTheyAreOneBringsTheirItemsTogether() {
        FeedItem known = added(mila("Mila", "Valt in slaap."));
        FeedItem doubtful = added(mila(null, "Komt niet."));
        byte[] inABackup = stored(doubtful);

        Optional<UUID> now = decide(doubtful, Decision.SAME);

        assertThat(now).contains(known.household());
        assertThat(feed.latest(known.household(), 10, TEAM).items())
                .extracting(FeedItem::id)
                .containsExactly(doubtful.id(), known.id());
        assertThat(feed.find(doubtful.id(), TEAM).orElseThrow().ambiguousHousehold())
                .isFalse();
        assertThat(households.members(known.household()))
                .extracting(HouseholdMember::name)
                .containsExactly("Mila Demir");
        assertThat(count("household")).isEqualTo(1);
        assertThat(count("household_doubt")).isZero();
        assertThatThrownBy(() -> households.keyOf(doubtful.household()).decrypt("feed/" + doubtful.id(), inABackup))
                .as("its key is gone")
                .isInstanceOf(IllegalStateException.class);
        assertThat(audit.audited())
                .singleElement()
                .asString()
                .contains("household.joined", "items=1", known.household().toString())
                .doesNotContain("Mila", "Demir");
        assertThat(added(Family.message()
                                .person("x", HouseholdRole.CHILD)
                                .named("x", "Mila", "Demir", "2017-03-12")
                                .build())
                        .household())
                .isEqualTo(known.household());
    }

    @Test
    void whoComesAlongStaysAMemberAndWhoeverIsInvolvedStaysInvolved() {
        FeedItem known = added(mila("Mila", "Valt in slaap."));
        FeedItem doubtful = added(Family.message()
                .person("m", HouseholdRole.CHILD)
                .person("s", HouseholdRole.PARENT)
                .named("m", null, "Demir", "2017-03-12")
                .named("s", "Sanne", "van Rijn", "1992-02-02")
                .build());
        involved(known, "worker-1");
        involved(doubtful, "worker-1");
        involved(doubtful, "worker-2");

        decide(doubtful, Decision.SAME);

        assertThat(households.members(known.household()))
                .extracting(HouseholdMember::name)
                .containsExactlyInAnyOrder("Mila Demir", "Sanne van Rijn");
        assertThat(jdbc.sql("SELECT person FROM involvement WHERE household_id = ? AND until IS NULL")
                        .param(known.household())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("worker-1", "worker-2");
        assertThat(audit.audited().toString())
                .contains("involvement.begun", "worker-2")
                .doesNotContain("worker-1");
        FeedItem later = added(Family.message()
                .person("s", HouseholdRole.PARENT)
                .named("s", "Sanne", "van Rijn", "1992-02-02")
                .build());
        assertThat(later.household()).isEqualTo(known.household());
        assertThat(later.ambiguousHousehold()).isFalse();
    }

    @Test
    void whatMustBeDoneAndWhatWasRecordedStandsWithTheOtherHouseholdAndReadsAsBefore() {
        FeedItem known = added(mila("Mila", "Valt in slaap."));
        FeedItem doubtful = added(mila(null, "Komt niet."));
        UUID member = households.members(doubtful.household()).getFirst().id();
        UUID candidate = households.members(known.household()).getFirst().id();
        transaction.executeWithoutResult(status -> {
            records.add(doubtful.household(), Note.of("VISIT", "Thuis.").about(member), "worker-1", Instant.EPOCH);
            tasks.open(doubtful.household(), Opening.of(TaskKind.STALLED).because("Niets gebeurd."));
            tasks.open(known.household(), Opening.of(TaskKind.STALLED).because("Hier ook niet."));
            tasks.open(doubtful.household(), Opening.of(TaskKind.GP_JGZ).aboutMember(member));
            tasks.open(known.household(), Opening.of(TaskKind.GP_JGZ).aboutMember(candidate));
            tasks.open(doubtful.household(), Opening.of(TaskKind.CONDITION).because("Elke week bellen."));
        });

        decide(doubtful, Decision.SAME);

        assertThat(records.of(known.household(), "VISIT", String.class))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.content()).isEqualTo("Thuis.");
                    assertThat(entry.member()).isEqualTo(candidate);
                });
        assertThat(tasks.of(known.household()).stream().filter(task -> task.kind() != TaskKind.TAKE_UP))
                .extracting(task -> task.kind() + " " + task.reason() + " " + task.member())
                .containsExactlyInAnyOrder(
                        "STALLED Hier ook niet. null", "GP_JGZ null " + candidate, "CONDITION Elke week bellen. null");
        assertThat(tasks.history(known.household()))
                .filteredOn(task -> task.settled() != null)
                .extracting(Task::reason)
                .containsExactlyInAnyOrder("Niets gebeurd.", null);
    }

    @Test
    void aPersonWhoSeesThatTheyAreTwoEndsTheDoubt() {
        FeedItem known = added(mila("Mila", "Valt in slaap."));
        FeedItem doubtful = added(mila(null, "Komt niet."));

        assertThat(decide(doubtful, Decision.OTHER)).contains(doubtful.household());

        assertThat(feed.find(doubtful.id(), TEAM).orElseThrow().ambiguousHousehold())
                .isFalse();
        assertThat(households.doubts(doubtful.household()).getFirst().apartAt()).isNotNull();
        assertThat(feed.latest(known.household(), 10, TEAM).items()).hasSize(1);
        assertThat(audit.audited()).singleElement().asString().contains("household.kept-apart");
    }

    @Test
    void whatAPersonKeptApartIsNotAskedAgainFromEitherSide() {
        added(father());
        FeedItem mother = added(motherWithChild().build());
        FeedItem doubtful = added(bothParents());
        assertThat(doubtful.household()).isEqualTo(mother.household());
        decide(doubtful, Decision.OTHER);

        FeedItem later = added(bothParents());

        assertThat(later.household()).isEqualTo(mother.household());
        assertThat(later.ambiguousHousehold()).isFalse();
        assertThat(count("household_doubt WHERE apart_at IS NULL")).isZero();
    }

    @Test
    void aDecisionIsMadeOnceAndOnlyAboutItsOwnHousehold() {
        FeedItem known = added(mila("Mila", "Valt in slaap."));
        FeedItem doubtful = added(mila(null, "Komt niet."));
        UUID doubt = households.doubts(doubtful.household()).getFirst().id();

        assertThat(decide(known.household(), doubt, Decision.SAME)).isEmpty();
        assertThat(decide(UUID.randomUUID(), doubt, Decision.SAME)).isEmpty();
        assertThat(decide(doubtful.household(), UUID.randomUUID(), Decision.SAME))
                .isEmpty();
        assertThat(decide(doubtful.household(), doubt, Decision.OTHER)).isPresent();
        assertThat(decide(doubtful.household(), doubt, Decision.SAME)).isEmpty();
        assertThat(count("household")).isEqualTo(2);
    }

    @Test
    void ofThreeThatMayBeOneEachIsDecidedByItself() {
        FeedItem known = added(mila("Mila", "Valt in slaap."));
        FeedItem second = added(mila(null, "Komt niet."));
        FeedItem third = added(mila(null, "Heeft honger."));
        assertThat(households.doubts(third.household())).hasSize(2);

        decide(second, Decision.SAME);

        assertThat(households.doubts(third.household()))
                .allMatch(doubt -> doubt.other().equals(known.household()));
        while (households.isDoubtful(third.household())) {
            decide(third, Decision.SAME);
        }
        assertThat(feed.latest(known.household(), 10, TEAM).items()).hasSize(3);
        assertThat(count("household")).isEqualTo(1);
        assertThat(count("household_member")).isEqualTo(1);
        assertThat(count("household_doubt")).isZero();
    }

    @Test
    void aFatherKnownElsewhereAsksWhetherItIsOneHousehold() {
        FeedItem father = added(father());
        FeedItem mother = added(motherWithChild().build());
        FeedItem both = added(bothParents());
        assertThat(both.household()).isEqualTo(mother.household());
        Doubt doubt = households.doubts(mother.household()).getFirst();
        assertThat(doubt.member()).isEqualTo(doubt.candidate());

        assertThat(decide(both, Decision.SAME)).contains(father.household());

        assertThat(households.members(father.household())).hasSize(3);
        assertThat(feed.latest(father.household(), 10, TEAM).items()).hasSize(3);
    }

    @Test
    void withoutItsProofNothingIsJoined() {
        added(mila("Mila", "Valt in slaap."));
        FeedItem doubtful = added(mila(null, "Komt niet."));
        audit.fill();

        assertThatIllegalStateException().isThrownBy(() -> decide(doubtful, Decision.SAME));

        assertThat(count("household")).isEqualTo(2);
        assertThat(feed.find(doubtful.id(), TEAM)).isPresent();
    }

    private static Message father() {
        return Family.message()
                .person("f", HouseholdRole.PARENT)
                .named("f", "Kerem", "Demir", "1990-07-07")
                .build();
    }

    private static Family motherWithChild() {
        return Family.message()
                .person("m", HouseholdRole.PARENT)
                .person("k", HouseholdRole.CHILD)
                .named("m", "Sanne", "van Rijn", "1992-02-02")
                .named("k", "Lieke", "Demir", "2026-04-01");
    }

    private static Message bothParents() {
        return motherWithChild()
                .person("f", HouseholdRole.PARENT)
                .named("f", "Kerem", "Demir", "1990-07-07")
                .build();
    }

    private static Message mila(String given, String text) {
        return Family.message()
                .person("mila", HouseholdRole.CHILD)
                .named("mila", given, "Demir", "2017-03-12")
                .said("mila", AssertionType.OBSERVED, text)
                .build();
    }

    private FeedItem added(Message message) {
        return transaction.execute(
                status -> feed.find(feed.add(message, Instant.now()), TEAM).orElseThrow());
    }

    private Optional<UUID> decide(FeedItem item, Decision decision) {
        List<Doubt> doubts = households.doubts(item.household());
        return decide(item.household(), doubts.getFirst().id(), decision);
    }

    private Optional<UUID> decide(UUID household, UUID doubt, Decision decision) {
        return transaction.execute(status -> joining.decide(household, doubt, decision));
    }

    private void involved(FeedItem item, String person) {
        jdbc.sql("INSERT INTO involvement (household_id, person, since) VALUES (?, ?, now())")
                .params(item.household(), person)
                .update();
    }

    private byte[] stored(FeedItem item) {
        return jdbc.sql("SELECT content FROM feed_item WHERE id = ?")
                .param(item.id())
                .query((row, i) -> row.getBytes(1))
                .single();
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
