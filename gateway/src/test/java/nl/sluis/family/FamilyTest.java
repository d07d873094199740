package nl.sluis.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.MessageKind;
import nl.sluis.feed.FeedQuery;
import nl.sluis.testing.Care;
import nl.sluis.testing.Care.Answer;
import nl.sluis.testing.CareSlice;
import nl.sluis.testing.Family;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** The household as a whole, over HTTP. */
@CareSlice
class FamilyTest {

    private static final String NOT_SPOKEN =
            "{\"how\": \"NOT_SPOKEN\", \"on\": \"2026-04-07\", \"why\": \"Zij was te jong.\"}";

    private static final AtomicInteger TESTS = new AtomicInteger();

    private final Care team;
    // Nobody of one test may be somebody of another: they all play in one database
    private final int test = TESTS.incrementAndGet();

    FamilyTest(ApplicationContext context) {
        this.team = new Care(context);
    }

    /** items on Noah and Mila from two schools come together, and of the baby it says that there is no information. */
    @Test
    void everyMemberIsListedAndOfTheBabyItSaysThatThereIsNoInformation() {
        String name = Care.name();
        UUID household = twoSchools(name);

        Answer family = team.get(path(household));

        assertThat(family.status()).isEqualTo(200);
        assertThat(names(family)).containsExactly("Mila", "Sanne", "Lieke", "Noah");
        assertThat(member(family, "Mila").at("/said/0/source").asString()).isEqualTo("Basisschool De Wilgenhof");
        assertThat(member(family, "Noah").at("/information").asString()).isEqualTo("KNOWN");
        assertThat(member(family, "Noah").at("/said/0/source").asString()).isEqualTo("Vmbo 't Kompas");
        assertThat(member(family, "Noah").at("/said/0/categories/0").asString()).isEqualTo("OBSERVATION");
        JsonNode baby = member(family, "Lieke");
        assertThat(baby.at("/information").asString()).isEqualTo("NONE");
        assertThat(baby.at("/informationText").asString()).isEqualTo("geen informatie");
        assertThat(baby.at("/said/0/roles/0").asString()).isEqualTo("CHILD");
        assertThat(baby.at("/said/0/first").asString()).isEqualTo("2026-11-20");
        assertThat(family.body()).doesNotContain("Valt in slaap");
    }

    @Test
    void thatThereIsNoInformationIsNotSaidWhileNobodyKnowsOfWhomSomethingWasTold() {
        String name = Care.name();
        UUID household = twoSchools(name);

        team.arrives(family(name)
                .person("iemand", HouseholdRole.CHILD)
                .said("iemand", AssertionType.OBSERVED, "Huilt veel.")
                .build());

        assertThat(member(team.get(path(household)), "Lieke").at("/information").asString())
                .isEqualTo("UNCERTAIN");
    }

    @Test
    void norWhenThereIsMoreThanWasRead() {
        String name = Care.name();
        UUID household = twoSchools(name);
        assertThat(team.get(path(household)).json().at("/complete").asBoolean()).isTrue();

        for (int i = 0; i < FeedQuery.MAX_LIMIT; i++) {
            team.adds(
                    family(name).said("mila", AssertionType.OBSERVED, "Is moe.").build());
        }

        Answer family = team.get(path(household));
        assertThat(family.json().at("/complete").asBoolean()).isFalse();
        assertThat(member(family, "Lieke").at("/information").asString()).isEqualTo("UNCERTAIN");
        // The tasks of so many items would fill the lists of the tests that share the node
        assertThat(team.delete(path(household) + "?reason=TERM_ENDED").status()).isEqualTo(200);
    }

    /** Who is one of another household perhaps: what is known there may be about the baby, and nobody sees both yet. */
    @Test
    void norWhileSomebodyMayBeOfAnotherHouseholdAndNobodyDecided() {
        String name = Care.name();
        UUID household = twoSchools(name);
        UUID other = team.arrives(Family.message()
                        .from("t-kompas")
                        .person("l", HouseholdRole.CHILD)
                        .initials("l", "L.", name, born("2025-01-01"))
                        .said("l", AssertionType.OBSERVED, "Heeft blauwe plekken.")
                        .build())
                .household();
        assertThat(other).isNotEqualTo(household);

        assertThat(member(team.get(path(household)), "Lieke").at("/information").asString())
                .isEqualTo("UNCERTAIN");
        String doubts = path(other) + "/doubts";
        String doubt = team.get(doubts).json().at("/doubts/0/id").asString();
        assertThat(team.post(doubts + "/" + doubt, "{\"decision\": \"OTHER\"}").status())
                .isEqualTo(200);
        assertThat(member(team.get(path(household)), "Lieke").at("/information").asString())
                .isEqualTo("NONE");
    }

    /** spoken, seen, or not, because; with the day. */
    @Test
    void ofEveryMemberItSaysWhetherSomebodySpokeWithThem() {
        UUID household = twoSchools(Care.name());
        assertThat(member(team.get(path(household)), "Mila").at("/contactText").asString())
                .isEqualTo("niet vastgelegd of iemand met hen sprak");

        Answer after = team.post(contacts(household, "Mila"), NOT_SPOKEN);

        assertThat(after.status()).isEqualTo(201);
        assertThat(member(after, "Mila").at("/contactText").asString()).isEqualTo("niet gesproken (7 april 2026)");
        assertThat(member(after, "Mila").at("/contact/why").asString()).isEqualTo("Zij was te jong.");
        assertThat(member(after, "Noah").has("contact")).isFalse();
        team.post(contacts(household, "Mila"), "{\"how\": \"SPOKEN\", \"on\": \"2026-11-19\"}");
        // What is told later of an earlier day does not come in the place of a later one
        Answer last = team.post(contacts(household, "Mila"), "{\"how\": \"SEEN\", \"on\": \"2026-10-01\"}");
        assertThat(member(last, "Mila").at("/contactText").asString()).isEqualTo("gesproken (19 november 2026)");
    }

    @Test
    void thatNobodySpokeWithSomebodyHasItsReason() {
        UUID household = twoSchools(Care.name());
        String mila = contacts(household, "Mila");

        assertThat(team.post(mila, NOT_SPOKEN.replace("why", "waarom")).body())
                .contains("/why", "MISSING", "/waarom", "UNKNOWN_FIELD")
                .doesNotContain("te jong");
        assertThat(team.post(mila, NOT_SPOKEN.replace("NOT_SPOKEN", "SPOKEN")).body())
                .contains("/why", "NOT_HERE");
        assertThat(team.post(mila, NOT_SPOKEN.replace("2026-04-07", "2026-11-21"))
                        .body())
                .contains("/on", "IN_THE_FUTURE");
        assertThat(team.post(mila, "{\"how\": \"SEEN\", \"on\": \"2026-11-19\", \"discussed\": [\"FIN\"]}")
                        .body())
                .contains("/discussed", "NOT_HERE");
        assertThat(member(team.get(path(household)), "Mila").has("contact")).isFalse();
    }

    /** also of what nobody spoke of it stands that nobody did. */
    @Test
    void everyLifeDomainHasAPlaceAlsoWhenNobodySpokeOfIt() {
        UUID household = twoSchools(Care.name());

        Answer before = team.get(path(household));

        assertThat(before.json()
                        .at("/lifeDomains")
                        .valueStream()
                        .map(one -> one.at("/domain").asString()))
                .containsExactly(List.of(LifeDomain.values()).stream()
                        .map(LifeDomain::name)
                        .toArray(String[]::new));
        assertThat(domain(before, "FIN").at("/text").asString()).isEqualTo("niet besproken");
        // That a school told something of it is no talk with the family
        assertThat(domain(before, "HGV").at("/text").asString())
                .isEqualTo("niet besproken; wel gemeld door Basisschool De Wilgenhof, Vmbo 't Kompas");
        Answer after = team.post(
                contacts(household, "Sanne"),
                "{\"how\": \"SPOKEN\", \"on\": \"2026-11-19\", \"discussed\": [\"FIN\"]}");
        assertThat(domain(after, "FIN").at("/text").asString()).isEqualTo("besproken op 19 november 2026");
        assertThat(domain(after, "HUI").at("/text").asString()).isEqualTo("niet besproken");
    }

    /** a plan that calls itself the family's and is about one child. */
    @Test
    void ofEveryMemberItSaysWhichPlansCoverThemAndWhichDoNot() {
        String name = Care.name();
        UUID household = twoSchools(name);
        team.arrives(Family.message()
                .from("de-horizon")
                .kind(MessageKind.PLAN_SUMMARY)
                .person("n", HouseholdRole.CHILD)
                .named("n", "Noah", name, born("2010-01-01"))
                .section("n", DataCategory.GOALS, null, new Content.Goal("Gezinsplan: rust", null, null))
                .build());

        Answer family = team.get(path(household));

        assertThat(member(family, "Noah").at("/plans/0/source").asString()).isEqualTo("GGZ De Horizon");
        assertThat(member(family, "Noah").at("/notCoveredBy")).isEmpty();
        assertThat(List.of("Mila", "Sanne", "Lieke")).allSatisfy(other -> {
            assertThat(member(family, other).at("/plans")).isEmpty();
            assertThat(member(family, other).at("/notCoveredBy/0/source").asString())
                    .isEqualTo("GGZ De Horizon");
        });
    }

    @Test
    void whoIsInAnotherHouseholdOrNobodyIsNotThere() {
        UUID household = twoSchools(Care.name());
        UUID other = twoSchools(Care.name());

        String elsewhere = path(household) + "/members/" + team.member(other, "Mila") + "/contacts";

        assertThat(team.post(elsewhere, NOT_SPOKEN).status()).isEqualTo(404);
        assertThat(team.post(
                                elsewhere.replace(
                                        household.toString(), UUID.randomUUID().toString()),
                                NOT_SPOKEN)
                        .status())
                .isEqualTo(404);
        assertThat(team.get(path(UUID.randomUUID())).status()).isEqualTo(404);
        assertThat(member(team.get(path(other)), "Mila").has("contact")).isFalse();
    }

    @Test
    void readingAndRecordingAreInTheAuditWithoutAWordOfAnybody() {
        UUID household = twoSchools(Care.name());

        team.post(contacts(household, "Mila"), NOT_SPOKEN);

        assertThat(team.audit().audited())
                .filteredOn(entry -> entry.contains(household.toString()))
                .anySatisfy(entry ->
                        assertThat(entry).startsWith("contact.recorded").contains("how=NOT_SPOKEN"))
                .anySatisfy(entry -> assertThat(entry).startsWith("family.read"))
                .allSatisfy(entry -> assertThat(entry).doesNotContain("te jong", "Mila"));
    }

    private String born(String about) {
        return LocalDate.parse(about).plusDays(test).toString();
    }

    private Family family(String name) {
        return Family.message()
                .person("mila", HouseholdRole.CHILD)
                .named("mila", "Mila", name, born("2013-01-01"))
                .person("sanne", HouseholdRole.PARENT)
                .named("sanne", "Sanne", name, born("1983-01-01"));
    }

    private UUID twoSchools(String name) {
        UUID household = team.arrives(family(name)
                        .person("lieke", HouseholdRole.CHILD)
                        .named("lieke", "Lieke", name, born("2025-01-01"))
                        .said("mila", AssertionType.OBSERVED, "Valt in slaap.")
                        .build())
                .household();
        team.arrives(family(name)
                .from("t-kompas")
                .person("noah", HouseholdRole.CHILD)
                .named("noah", "Noah", name, born("2010-01-01"))
                .said("noah", AssertionType.OBSERVED, "Komt te laat.")
                .build());
        return household;
    }

    private static List<String> names(Answer family) {
        return family.json()
                .at("/members")
                .valueStream()
                .map(one -> one.at("/name").asString().split(" ")[0])
                .toList();
    }

    private static JsonNode member(Answer family, String given) {
        return family.json()
                .at("/members")
                .valueStream()
                .filter(one -> one.at("/name").asString().startsWith(given + " "))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode domain(Answer family, String code) {
        return family.json()
                .at("/lifeDomains")
                .valueStream()
                .filter(one -> one.at("/domain").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private String contacts(UUID household, String given) {
        return path(household) + "/members/" + team.member(household, given) + "/contacts";
    }

    private static String path(UUID household) {
        return "/v1/households/" + household;
    }
}
