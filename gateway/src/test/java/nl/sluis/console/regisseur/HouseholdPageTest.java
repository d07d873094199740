package nl.sluis.console.regisseur;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.Urgency;
import nl.sluis.followup.Tasks;
import nl.sluis.testing.Care;
import nl.sluis.testing.Care.Answer;
import nl.sluis.testing.CareApplication;
import nl.sluis.testing.CareSlice;
import nl.sluis.testing.Family;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The families of a regisseur and one household, as pages without a script. */
// A database of its own: a list holds a hundred households, and others leave more that cannot wait
@TestPropertySource(properties = "sluis.test.slice=families")
@CareSlice
class HouseholdPageTest {

    private static final String SCRIPT = "<script>alert('Mila')</script>";
    private static final String ESTIMATE = """
            {"on": "%s", "maker": "F. Boukhari", "made": {"instrument": "LIRIK", "judgement": "%s", "weight": "HEAVY",
             "markers": ["POLICE"], "sources": ["PARENT"], "seen": "Mila zat stil in een hoek."}}""";
    private static final String PLAN = """
            {"name": "Gezinsplan", "evaluation": "2027-03-01", "owner": "fatima",
             "goals": [{"code": "rust", "effect": "Mila slaapt de nacht door."}],
             "actions": [{"text": "Vaste bedtijd.", "goal": "rust"}, {"text": "Inzet begeleiding."}]}""";

    private final ApplicationContext context;
    private final Care team;
    private final String name = Care.name();

    HouseholdPageTest(ApplicationContext context) {
        this.context = context;
        this.team = new Care(context);
    }

    @AfterEach
    void today() {
        team.clock().moveTo(CareApplication.NOW);
    }

    @Test
    void aFamilyWhoseSafetyIsNotEstimatedIsRedInTheListAndQuietOnceNothingIsOpen() {
        UUID household = referred(Care.family(name));
        String red = card(household);
        assertThat(red)
                .contains("urgency-acute", "Mila " + name, "Veiligheid niet ingeschat", "Open taken: ")
                .doesNotContain("Te laat");

        team.clock().moveTo(Instant.parse("2026-12-20T09:00:00Z"));
        assertThat(card(household)).contains("Te laat: ");

        team.clock().moveTo(CareApplication.NOW);
        estimated(household, "2026-11-19", "SAFE_ENOUGH");
        context.getBean(JdbcClient.class)
                .sql("UPDATE task SET settled_at = now(), settled_by = 'fatima', settlement = 'TAKEN_UP'"
                        + " WHERE household_id = ? AND settled_at IS NULL")
                .param(household)
                .update();
        assertThat(card(household)).contains("Niets staat open").doesNotContain("urgency-acute", "Veiligheid niet");
    }

    @Test
    void whatCannotWaitStandsBeforeWhatCan() {
        UUID quiet = referred(Care.family(name));
        estimated(quiet, "2026-11-19", "SAFE_ENOUGH");
        UUID acute = team.arrives(Care.family(Care.name())
                        .urgency(Urgency.ACUTE)
                        .said("mila", AssertionType.OBSERVED, "Is bang.")
                        .build())
                .household();

        String list = list();

        assertThat(list.indexOf("household-" + acute)).isPositive().isLessThan(list.indexOf("household-" + quiet));
        assertThat(card(acute)).contains("Acuut: 1");
        assertThat(page(acute).body()).contains("Acuut gevaar gemeld, en niemand heeft nog besloten: 1");
        assertThat(page(quiet).body()).doesNotContain("Acuut gevaar gemeld");
    }

    /** R-64 on the page: items on Noah and Mila from two schools come together, and Lieke is not forgotten. */
    @Test
    void itemsOfTwoSchoolsComeTogetherAndOfTheBabyThePageSaysThatThereIsNoInformation() {
        // Born on days of their own: nobody here may be somebody of another test
        UUID household = referred(Family.message()
                .person("mila", HouseholdRole.CHILD)
                .named("mila", "Mila", name, "2015-11-03")
                .said("mila", AssertionType.OBSERVED, "Valt in slaap.")
                .person("lieke", HouseholdRole.CHILD)
                .named("lieke", "Lieke", name, "2026-10-19"));
        team.arrives(Family.message()
                .from("t-kompas")
                .person("mila", HouseholdRole.OTHER)
                .named("mila", "Mila", name, "2015-11-03")
                .person("noah", HouseholdRole.CHILD)
                .named("noah", "Noah", name, "2011-10-27")
                .said("noah", AssertionType.OBSERVED, "Komt te laat.")
                .build());

        String page = page(household).body();

        assertThat(part(page, "timeline")).contains("Valt in slaap.", "Komt te laat.");
        String members = part(page, "members");
        assertThat(of(members, "Noah")).contains("er is informatie", "Vmbo &#39;t Kompas");
        assertThat(of(members, "Lieke"))
                .contains(
                        "geen informatie",
                        "niet vastgelegd of iemand met hen sprak",
                        "Basisschool De Wilgenhof",
                        "van 20 november 2026 tot en met 20 november 2026");
        // what nobody spoke of is said too
        assertThat(members).containsPattern("Financiën</dt><dd>niet besproken</dd>");
    }

    @Test
    void safetyAtTheStartStandsBesideSafetyNow() {
        UUID household = referred(Care.family(name));
        assertThat(part(page(household).body(), "safety"))
                .contains("Veiligheid NIET ingeschat, en niemand zei waarom", "altijd bij kinderen");

        estimated(household, "2026-11-18", "UNSAFE");
        estimated(household, "2026-11-19", "WORRIES");

        String safety = part(page(household).body(), "safety");
        assertThat(safety).contains("LIRIK", "politie betrokken", "alleen op wat ouders zeggen", "Mila zat stil");
        assertThat(safety.indexOf("niet veilig")).isPositive().isLessThan(safety.indexOf("er zijn zorgen"));
    }

    @Test
    void regieIsSaidAlsoWhereNobodyHasIt() {
        UUID household = referred(Care.family(name));
        assertThat(part(page(household).body(), "regie")).contains("Niemand heeft de regie over dit gezin.");

        team.put("/v1/households/" + household + "/involved/fatima", "");
        team.put("/v1/households/" + household + "/involved/joris", "");
        team.put(
                "/v1/households/" + household + "/regie",
                "{\"holder\": \"PROFESSIONAL\", \"professional\": \"fatima\", \"second\": \"joris\"}");

        assertThat(part(page(household).body(), "regie"))
                .contains("fatima", "joris", "Tweede werker", "een professional van deze organisatie")
                .doesNotContain("Niemand heeft de regie", "niet meer bij het gezin betrokken");
        team.delete("/v1/households/" + household + "/involved/fatima");
        assertThat(part(page(household).body(), "regie")).contains("niet meer bij het gezin betrokken");
    }

    @Test
    void aPlanShowsItsGoalsWhatServesNoneAndWhomAPartnersPlanLeavesOut() {
        UUID household = referred(Care.family(name));
        assertThat(part(page(household).body(), "plans")).contains("Er is geen plan.");
        team.post("/v1/households/" + household + "/plans", PLAN);
        team.arrives(Care.family(name)
                .from("de-horizon")
                .kind(MessageKind.PLAN_SUMMARY)
                .said("sanne", AssertionType.OBSERVED, "Volgt behandeling.")
                .build());

        String page = page(household).body();

        assertThat(part(page, "plans"))
                .contains(
                        "Evaluatie op 1 maart 2027, door fatima",
                        "Mila slaapt de nacht door.",
                        "bij doel rust",
                        "hoort bij geen doel",
                        "Plan van GGZ De Horizon",
                        "Niet voor");
        assertThat(part(page, "tasks")).contains("Plan evalueren", "vóór 1 maart 2027", "Bij fatima");
    }

    @Test
    void theTimelineGoesByDayTheNewestFirst() {
        UUID household = referred(Care.family(name).said("mila", AssertionType.OBSERVED, "Eerder gezegd."));
        team.clock().moveTo(Instant.parse("2026-11-20T23:30:00Z"));
        team.arrives(Care.family(name)
                .said("mila", AssertionType.OBSERVED, "Later gezegd.")
                .build());

        String timeline = part(page(household).body(), "timeline");

        assertThat(timeline)
                .containsSubsequence(
                        "zaterdag 21 november 2026", "Later gezegd.", "vrijdag 20 november 2026", "Eerder gezegd.");
    }

    @Test
    void aHouseholdThatIsNotThereIsNotFoundAndNeitherIsWhatIsNoHousehold() {
        Answer nowhere = team.get("/households/" + UUID.randomUUID());
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(team.get("/households/mila").status()).isBetween(400, 404);
    }

    @Test
    void aFamilyThatCannotBeReadStandsInTheListAsSuchAndTakesNoOtherWithIt() {
        UUID fine = referred(Care.family(Care.name()));
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        for (String spoiled : new String[] {
            "UPDATE household_member SET name = 'x' WHERE household_id = ?",
            "UPDATE task SET reason = 'x' WHERE household_id = ?",
            "UPDATE household_record SET content = 'x' WHERE household_id = ? AND kind = 'HOUSEHOLD_CHILD'"
        }) {
            UUID household = referred(Care.family(Care.name()));
            assertThat(jdbc.sql(spoiled).param(household).update()).as(spoiled).isPositive();

            assertThat(card(household)).as(spoiled).contains("Kan hier niet worden gelezen", "urgency-acute");
            assertThat(card(fine)).contains("Veiligheid niet ingeschat");
            assertThat(team.audit().audited())
                    .filteredOn(entry -> entry.startsWith("families.read"))
                    .last()
                    .asString()
                    .contains("unreadable", "households");
            jdbc.sql("TRUNCATE household CASCADE").update();
            fine = referred(Care.family(Care.name()));
        }
    }

    @Test
    void ofManyHouseholdsThoseThatCannotWaitAreChosenFirst() {
        UUID acute = team.arrives(Care.family(name)
                        .urgency(Urgency.ACUTE)
                        .said("mila", AssertionType.OBSERVED, "Is bang.")
                        .build())
                .household();
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        UUID quiet = referred(Care.family(Care.name()));
        jdbc.sql("DELETE FROM task WHERE household_id = ?").param(quiet).update();
        Tasks tasks = context.getBean(Tasks.class);

        assertThat(tasks.urgentFirst(List.of(quiet, acute), 1)).containsExactly(acute);
        assertThat(tasks.urgentFirst(List.of(quiet, acute), 2)).containsExactly(acute, quiet);
        assertThat(tasks.urgentFirst(List.of(), 2)).isEmpty();
    }

    @Test
    void whatCannotBeReadIsSaidAndNoPlanIsConcludedFromTheRest() {
        UUID household = referred(Care.family(name));
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        byte[] content = jdbc.sql("SELECT content FROM feed_item WHERE household_id = ?")
                .param(household)
                .query((row, n) -> row.getBytes(1))
                .single();
        jdbc.sql("UPDATE feed_item SET content = 'x' WHERE household_id = ?")
                .param(household)
                .update();
        try {
            Answer page = page(household);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).contains("kan hier niet worden gelezen", "niemand zeggen wie er in een plan staat");
        } finally {
            jdbc.sql("UPDATE feed_item SET content = ? WHERE household_id = ?")
                    .params(content, household)
                    .update();
        }
    }

    @Test
    void whateverAnybodyWritesIsEscapedAndEveryReadingIsInTheAudit() {
        UUID household = referred(Care.family(SCRIPT).said("mila", AssertionType.OBSERVED, SCRIPT));
        team.post("/v1/households/" + household + "/plans", PLAN.replace("Gezinsplan", SCRIPT));

        assertThat(page(household).body()).contains("&lt;script&gt;").doesNotContain("<script>");
        assertThat(list()).doesNotContain("<script>");
        for (String event : new String[] {"family.read", "regie.read", "safety.read", "plan.read", "tasks.read"}) {
            assertThat(team.audit().audited())
                    .anyMatch(entry -> entry.startsWith(event) && entry.contains(household.toString()));
        }
        assertThat(team.audit().audited()).anyMatch(entry -> entry.startsWith("families.read"));
    }

    private UUID referred(Family family) {
        return team.arrives(family.kind(MessageKind.REFERRAL).build()).household();
    }

    private void estimated(UUID household, String on, String judgement) {
        assertThat(team.post("/v1/households/" + household + "/safety/estimates", ESTIMATE.formatted(on, judgement))
                        .status())
                .isEqualTo(201);
    }

    private Answer page(UUID household) {
        return team.get("/households/" + household);
    }

    private String list() {
        return team.get("/households").body();
    }

    private String card(UUID household) {
        String list = list();
        int from = list.lastIndexOf("<li", list.indexOf("household-" + household));
        return list.substring(from, list.indexOf("</ul>", from));
    }

    private static String of(String members, String given) {
        int from = members.indexOf(">" + given + " ");
        return members.substring(from, members.indexOf("</article>", from));
    }

    private static String part(String page, String id) {
        int from = page.indexOf("id=\"" + id + "\"");
        int next = page.indexOf("<section class=\"part\"", from);
        return next < 0 ? page.substring(from) : page.substring(from, next);
    }
}
