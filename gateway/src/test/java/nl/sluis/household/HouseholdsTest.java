package nl.sluis.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.ThreadId;
import nl.sluis.storage.TestDataKeys;
import nl.sluis.testing.Family;
import nl.sluis.testing.Statements;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class HouseholdsTest {

    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private Households households;

    @BeforeEach
    void start() {
        DataSource dataSource = TestDatabase.migrated();
        jdbc = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        households = new Households(jdbc, TestDataKeys.atRest(jdbc));
    }

    @Test
    void bringsMessagesTogetherByCitizenServiceNumberAlone() {
        HouseholdLink first = link(child("a").bsn("a", Family.BSN_MILA).named("a", "Mila", "Demir", "2017-03-12"));
        HouseholdLink second = link(child("x").bsn("x", Family.BSN_MILA).named("x", "Mila", "van Rijn", "2017-03-00"));

        assertThat(second.household()).isEqualTo(first.household());
        assertThat(member(second, "x")).isEqualTo(member(first, "a"));
        assertThat(second.ambiguous()).isFalse();
    }

    @Test
    void bringsMessagesTogetherByNameWithBirthDateHoweverTheNameIsWritten() {
        HouseholdLink first = link(child("a").named("a", "Mila", "van  Rijn", "2017-03-12"));
        HouseholdLink second = link(child("b").named("b", "MILA", "Rijn, van", "2017-03-12"));

        assertThat(second.household()).isEqualTo(first.household());
        assertThat(second.ambiguous()).isFalse();
        assertThat(member(second, "b")).isEqualTo(member(first, "a"));
    }

    @Test
    void leavesItToAPersonWhenAFamilyNameAndABirthDateAreAllThatIsKnown() {
        HouseholdLink first = link(child("a").named("a", "Mila", "van Rijn", "2017-03-12"));
        HouseholdLink second = link(child("b").named("b", null, "van Rijn", "2017-03-12"));

        assertThat(second.household()).isNotEqualTo(first.household());
        assertThat(second.ambiguous()).isTrue();
        assertThat(first.ambiguous()).isFalse();
    }

    @Test
    void withinAThreadAFamilyNameAndABirthDateAreEnough() {
        ThreadId thread = new ThreadId(UUID.randomUUID());
        HouseholdLink first = link(child("a").in(thread).named("a", "Mila", "van Rijn", "2017-03-12"));
        HouseholdLink second = link(child("b").in(thread).named("b", null, "van Rijn", "2017-03-12"));

        assertThat(second.household()).isEqualTo(first.household());
        assertThat(second.ambiguous()).isFalse();
        assertThat(member(second, "b")).isEqualTo(member(first, "a"));
    }

    @Test
    void aMemberOfBeforeDescriptionsWereKeptIsFoundByNumberAndElseLeftToAPerson() {
        HouseholdLink first = link(child("a").bsn("a", Family.BSN_MILA).named("a", "Mila", "Demir", "2017-03-12"));
        jdbc.sql("UPDATE household_member SET description = NULL").update();
        jdbc.sql("DELETE FROM household_member_trace").update();

        HouseholdLink byName = link(child("x").named("x", "Mila", "Demir", "2017-03-12"));
        HouseholdLink byNumber = link(child("y").bsn("y", Family.BSN_MILA));

        assertThat(byName.household()).isNotEqualTo(first.household());
        assertThat(byName.ambiguous()).isTrue();
        assertThat(byNumber.household()).isEqualTo(first.household());
    }

    @Test
    void neverMatchesOnANameOrABirthDateAloneOrOnAPartOfADate() {
        UUID first = link(child("a").named("a", "Mila", "Demir", "2017-03-00")).household();

        assertThat(link(child("a").named("a", "Mila", "Demir", "2017-03-00")).household())
                .isNotEqualTo(first);
        UUID whole = link(child("a").named("a", "Mila", "Demir", "2017-03-12")).household();
        assertThat(link(child("a").named("a", "Mila", "Demir", "2017-03-13")).household())
                .isNotEqualTo(whole);
        assertThat(link(child("a").named("a", "Mila", "Jansen", "2017-03-12")).household())
                .isNotEqualTo(whole);
    }

    @Test
    void neverMatchesTwoPeopleWithDifferentNumbersOrByANumberThatIsNone() {
        HouseholdLink first = link(child("a").bsn("a", Family.BSN_MILA).named("a", "Mila", "Demir", "2017-03-12"));
        HouseholdLink other = link(child("a").bsn("a", Family.BSN_NOAH).named("a", "Mila", "Demir", "2017-03-12"));
        assertThat(other.household()).isNotEqualTo(first.household());

        UUID unknown = link(child("a").bsn("a", "999999999")).household();
        assertThat(link(child("a").bsn("a", "999999999")).household()).isNotEqualTo(unknown);
    }

    @Test
    void learnsFromEachMessageWhatItMayBeFoundByNext() {
        UUID byName = link(child("a").named("a", "Mila", "Demir", "2017-03-12")).household();
        link(child("a").named("a", "Mila", "Demir", "2017-03-12").bsn("a", Family.BSN_MILA));

        assertThat(link(child("a").bsn("a", Family.BSN_MILA)).household()).isEqualTo(byName);
    }

    @Test
    void putsEveryoneOfOneMessageInOneHouseholdAndKeepsTwinsApart() {
        HouseholdLink twins = link(child("a")
                .person("b", HouseholdRole.CHILD)
                .named("a", "Noah", "Demir", "2012-05-01")
                .named("b", "Daan", "Demir", "2012-05-01"));
        HouseholdLink one = link(child("x").named("x", "Daan", "Demir", "2012-05-01"));

        assertThat(twins.members()).hasSize(2);
        assertThat(member(twins, "a")).isNotEqualTo(member(twins, "b"));
        assertThat(one.household()).isEqualTo(twins.household());
        assertThat(households.members(twins.household()))
                .extracting(HouseholdMember::name)
                .containsExactly("Noah Demir", "Daan Demir");
    }

    @Test
    void linksToTheHouseholdWithMostMatchesAndSaysThatItIsNotSure() {
        HouseholdLink mother = link(child("m")
                .person("k", HouseholdRole.CHILD)
                .named("m", "Sanne", "van Rijn", "1992-02-02")
                .named("k", "Lieke", "Demir", "2026-04-01"));
        HouseholdLink father = link(child("f").named("f", "Kerem", "Demir", "1990-07-07"));

        HouseholdLink both = link(child("f")
                .person("m", HouseholdRole.PARENT)
                .person("k", HouseholdRole.CHILD)
                .named("f", "Kerem", "Demir", "1990-07-07")
                .named("m", "Sanne", "van Rijn", "1992-02-02")
                .named("k", "Lieke", "Demir", "2026-04-01"));

        assertThat(both.household()).isEqualTo(mother.household()).isNotEqualTo(father.household());
        assertThat(both.ambiguous()).isTrue();
        assertThat(member(both, "f")).isEqualTo(member(father, "f"));
        assertThat(households.members(mother.household())).hasSize(2);
    }

    @Test
    void goesByTheThreadWhenNobodyCarriesAnIdentity() {
        ThreadId thread = new ThreadId(UUID.randomUUID());
        HouseholdLink first = link(child("a").in(thread));
        HouseholdLink second = link(child("a").in(thread));
        HouseholdLink elsewhere = link(child("a"));

        assertThat(second.household()).isEqualTo(first.household());
        assertThat(elsewhere.household()).isNotEqualTo(first.household());
        assertThat(first.members()).isEmpty();
        assertThat(first.ambiguous()).isFalse();
    }

    @Test
    void makesOneHouseholdOfManyFirstMessagesAtOnce() throws InterruptedException {
        Set<UUID> found = ConcurrentHashMap.newKeySet();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            workers.invokeAll(IntStream.range(0, 16)
                    .<Callable<Boolean>>mapToObj(i -> () ->
                            found.add(link(child("a").bsn("a", Family.BSN_MILA)).household()))
                    .toList());
        }

        assertThat(found).hasSize(1);
    }

    @Test
    void showsNobodyInItsTables() {
        link(child("a").bsn("a", Family.BSN_MILA).named("a", "Mila", "Demir", "2017-03-12"));

        String rows = jdbc.sql("""
                        SELECT string_agg(encode(m.name, 'escape') || encode(m.description, 'escape')
                               || encode(k.fingerprint, 'escape') || encode(t.fingerprint, 'escape') || k.kind, ' ')
                        FROM household_member m JOIN household_member_key k ON k.member_id = m.id
                            JOIN household_member_trace t ON t.member_id = m.id""").query(String.class).single();
        assertThat(rows).doesNotContain("Mila", "Demir", "demir", "2017", Family.BSN_MILA);
    }

    @Test
    void asksTheDatabaseAsOftenWhoeverItIsAboutAndHoweverMany() {
        HouseholdLink first = link(child("a").named("a", "Mila", "Demir", "2017-03-12"));

        List<String> known = statements(child("a").named("a", "Mila", "Demir", "2017-03-12"));
        List<String> doubtful = statements(child("a").named("a", null, "Demir", "2017-03-12"));
        List<String> unknown = statements(child("a").named("a", "Bo", "Onbekend", "2011-01-02"));
        List<String> two = statements(child("a")
                .person("b", HouseholdRole.PARENT)
                .named("a", "Mila", "Demir", "2017-03-12")
                .named("b", "Kerem", "Demir", "1990-07-07"));

        assertThat(known).isNotEmpty().isEqualTo(doubtful).isEqualTo(unknown).isEqualTo(two);
        assertThat(households.members(first.household()))
                .extracting(HouseholdMember::name)
                .containsExactly("Mila Demir", "Kerem Demir");
    }

    @Test
    void aMovedPersonIsFoundByTheNewAddressFromThenOn() {
        String before = "3011 PA";
        String after = "2596 TW";
        UUID first = link(child("a").named("a", "Noah", "Demir", "2014-03-09").at("a", before, "4"))
                .household();
        link(child("a").named("a", "Noah", "Demir", "2014-03-09").at("a", after, "12"));

        assertThat(link(child("x").initials("x", "N.", "Demir", "2014-03-09").at("x", after, "12"))
                        .household())
                .isEqualTo(first);
        HouseholdLink old =
                link(child("x").initials("x", "N.", "Demir", "2014-03-09").at("x", "1011 AB", "1"));
        assertThat(old.household()).isNotEqualTo(first);
        assertThat(old.ambiguous()).isTrue();
    }

    @Test
    void whatIsKnownOfSomebodyGoesWithTheHousehold() {
        UUID household =
                link(child("a").named("a", "Mila", "Demir", "2017-03-12")).household();

        transaction.executeWithoutResult(status -> {
            assertThat(households.claim(household)).isTrue();
            assertThat(households.erase(household)).isOne();
        });

        assertThat(jdbc.sql("SELECT count(*) FROM household_member_trace")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(link(child("a").named("a", "Mila", "Demir", "2017-03-12")).ambiguous())
                .isFalse();
    }

    private List<String> statements(Family family) {
        try (Statements statements = new Statements()) {
            link(family);
            return statements.of("main"::equals);
        }
    }

    @Test
    void refusesToWorkOutsideATransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> households.link(child("a").build()));
    }

    private HouseholdLink link(Family family) {
        Message message = family.build();
        return transaction.execute(status -> households.link(message));
    }

    private static Family child(String ref) {
        return Family.message().person(ref, HouseholdRole.CHILD);
    }

    private static UUID member(HouseholdLink link, String ref) {
        return link.members().get(new PersonRef(ref));
    }
}
