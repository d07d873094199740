package nl.sluis.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageKind;
import nl.sluis.followup.TaskKind;
import nl.sluis.municipality.ConfiguredMunicipality;
import nl.sluis.municipality.Municipalities;
import nl.sluis.municipality.MunicipalitySettings;
import nl.sluis.testing.Care;
import nl.sluis.testing.Care.Answer;
import nl.sluis.testing.CareSlice;
import nl.sluis.testing.Family;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@CareSlice
class SafetyTest {

    private static final String MADE = """
            {"on": "2026-11-19", "maker": "F. Boukhari", "made": {"instrument": "LIRIK", "judgement": "WORRIES", "weight": "HEAVY",
             "markers": ["POLICE"], "sources": ["PARENT"], "seen": "Mila zat stil in een hoek."}}""";
    private static final String NOT_MADE = """
            {"on": "2026-11-19", "maker": "dr. Vos", "notMade": {"reason": "OUTSIDE_MY_ROLE", "why": "Valt buiten mijn rol."}}""";

    private final ApplicationContext context;
    private final Care team;

    SafetyTest(ApplicationContext context) {
        this.context = context;
        this.team = new Care(context);
    }

    @Test
    void aReferralAsksForAnEstimateOfEveryChildTheBabyToo() {
        UUID household = referred(Care.family(Care.name())
                .person("lieke", HouseholdRole.CHILD)
                .named("lieke", "Lieke", "Baby", "2026-10-02"));

        assertThat(team.open(household))
                .filteredOn(TaskKind.SAFETY_ESTIMATE::equals)
                .hasSize(2);
        Answer safety = team.get(path(household));
        assertThat(safety.json().at("/open").asBoolean()).isTrue();
        assertThat(safety.json()
                        .at("/children")
                        .valueStream()
                        .map(child -> child.at("/state").asString()))
                .containsExactly("UNKNOWN", "UNKNOWN");
        assertThat(safety.body()).contains("Lieke", "Veiligheid NIET ingeschat", "altijd bij kinderen in het gezin");
    }

    @Test
    void thatNoneWasMadeIsAcceptedAndLeavesTheTaskToTheReceiver() {
        UUID household = referred(Care.family(Care.name()));

        Answer answer = team.post(path(household) + "/estimates", NOT_MADE);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/children/0/state").asString()).isEqualTo("NOT_MADE");
        assertThat(answer.json().at("/children/0/notMade/reason").asString()).isEqualTo("OUTSIDE_MY_ROLE");
        assertThat(team.open(household)).containsExactly(TaskKind.SAFETY_ESTIMATE);
    }

    @Test
    void anEstimateSettlesTheTaskAndALaterItemAsksNothingWhileItIsPresent() {
        String name = Care.name();
        UUID household = referred(Care.family(name));

        assertThat(team.post(path(household) + "/estimates", MADE).status()).isEqualTo(201);

        assertThat(team.open(household)).isEmpty();
        referred(Care.family(name));
        assertThat(team.open(household)).isEmpty();
        assertThat(team.audit().audited().toString())
                .contains("safety.estimated")
                .doesNotContain("Mila zat", "Boukhari", name);
    }

    @Test
    void aChildWhomNobodyRecognisesIsNotForgottenWhenAnotherIsEstimated() {
        UUID household = referred(Care.family(Care.name()).person("somebody", HouseholdRole.CHILD));

        team.post(path(household) + "/estimates", MADE);

        assertThat(team.open(household)).containsExactly(TaskKind.SAFETY_ESTIMATE);
        assertThat(team.get(path(household)).json().at("/open").asBoolean())
                .as("every child that is known is estimated, and one is not known")
                .isTrue();
        String task = team.get("/v1/households/" + household + "/tasks").json().path("tasks").values().stream()
                .filter(one -> one.path("kind").asString().equals("SAFETY_ESTIMATE"))
                .map(one -> one.path("id").asString())
                .findFirst()
                .orElseThrow();
        assertThat(team.post(
                                "/v1/households/" + household + "/tasks/" + task + "/settlement",
                                "{\"code\": \"SAME_CHILD\", \"reason\": \"Het is Mila.\"}")
                        .status())
                .isLessThan(300);
        assertThat(team.open(household)).isEmpty();
    }

    @Test
    void ofTwoMembersThatAreOneTheEstimateIsOfTheOneThatStays() {
        UUID household = referred(Care.family(Care.name())
                .person("lieke", HouseholdRole.CHILD)
                .named("lieke", "Lieke", Care.name(), "2026-09-12"));
        team.post(path(household) + "/estimates", MADE);
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        UUID mila = UUID.fromString(team.member(household, "Mila"));
        UUID lieke = UUID.fromString(team.member(household, "Lieke"));

        // As a join of two members does
        jdbc.sql("UPDATE household_record SET member_id = ? WHERE member_id = ?")
                .params(lieke, mila)
                .update();

        assertThat(team.get(path(household)).json().path("children").values().stream()
                        .map(child -> child.path("member").asString()))
                .containsExactly(lieke.toString());
    }

    @Test
    void parentsOnlyIsMarkedUntilASecondSourceIsAdded() {
        UUID household = referred(Care.family(Care.name()));
        Answer made = team.post(path(household) + "/estimates", MADE);
        assertThat(made.json().at("/children/0/parentsOnly").asBoolean()).isTrue();
        String estimate = made.json().at("/children/0/estimate").asString();

        Answer added = team.post(path(household) + "/estimates/" + estimate + "/sources", "{\"source\": \"SCHOOL\"}");

        assertThat(added.json().at("/children/0/parentsOnly").asBoolean()).isFalse();
        assertThat(added.json().at("/children/0/sources").toString()).contains("PARENT", "SCHOOL");
        assertThat(team.post(
                                path(household) + "/estimates/" + UUID.randomUUID() + "/sources",
                                "{\"source\": \"SCHOOL\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void shortQuestionsAloneOpenTheTaskOfTheInstrumentWhenThePoliceAreInvolved() {
        UUID household = referred(Care.family(Care.name()));

        Answer answer = team.post(path(household) + "/estimates", MADE.replace("LIRIK", "SHORT_QUESTIONS"));

        assertThat(answer.json().at("/children/0/state").asString()).isEqualTo("INSTRUMENT_REQUIRED");
        assertThat(team.open(household)).containsExactly(TaskKind.SAFETY_ESTIMATE);
    }

    @Test
    void debtsInAHouseholdWithChildrenAskTheSafetyQuestionUntilAllAreEstimated() {
        String name = Care.name();
        UUID household = referred(Care.family(name));
        team.post(path(household) + "/estimates", MADE.replace("2026-11-19", "2026-01-02"));
        Message debts = Family.message()
                .from("de-eik")
                .kind(MessageKind.ARREARS_SIGNAL)
                .person("s", HouseholdRole.PARENT)
                .named("s", "Sanne", name, "1992-05-04")
                .section(
                        "s",
                        DataCategory.DEBT_DETAIL,
                        LifeDomain.FIN,
                        new Content.Statement("Drie maanden huur.", AssertionType.OBSERVED, null, null))
                .build();

        assertThat(team.arrives(debts).household()).isEqualTo(household);

        assertThat(team.open(household)).contains(TaskKind.ADULT_PROBLEM_SAFETY, TaskKind.SAFETY_ESTIMATE);
        team.post(path(household) + "/estimates", MADE);
        assertThat(team.open(household)).isEmpty();
    }

    @Test
    void aReportOnOneChildAsksAboutTheOthers() {
        String name = Care.name();
        UUID household = referred(
                Care.family(name).person("noah", HouseholdRole.CHILD).named("noah", "Noah", name, "2012-08-09"));
        String noah = team.member(household, "Noah");
        Message concern = Care.family(name)
                .kind(MessageKind.SIGNAL)
                .said("mila", AssertionType.OBSERVED, "Valt in slaap.")
                .build();

        team.arrives(concern);

        Answer tasks = team.get("/v1/households/" + household + "/tasks");
        assertThat(tasks.json()
                        .at("/tasks")
                        .valueStream()
                        .filter(task -> task.at("/kind").asString().equals("OTHER_CHILDREN"))
                        .map(task -> task.at("/member").asString()))
                .contains(noah);
    }

    @Test
    void wordBackAsksNothing() {
        Message back = Care.family(Care.name()).kind(MessageKind.FEEDBACK).build();

        assertThat(team.open(team.arrives(back).household())).isEmpty();
    }

    @Test
    void startAndNowStandSideBySide() {
        UUID household = referred(Care.family(Care.name()));
        team.post(path(household) + "/estimates", MADE.replace("2026-11-19", "2026-04-10"));
        team.post(path(household) + "/estimates", MADE.replace("WORRIES", "SAFE_ENOUGH"));

        Answer safety = team.get(path(household));

        assertThat(safety.json().at("/children/0/start/judgement").asString()).isEqualTo("WORRIES");
        assertThat(safety.json().at("/children/0/start/on").asString()).isEqualTo("2026-04-10");
        assertThat(safety.json().at("/children/0/now/judgement").asString()).isEqualTo("SAFE_ENOUGH");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                            | /on      | MISSING
            {"on": "2026-11-21", "maker": "x", "notMade": {"reason": "OTHER", "why": "y"}} | /on | IN_THE_FUTURE
            {"on": "2026-11-19", "maker": "x"}                            | /made    | ONE_OF
            {"on": "2026-11-19", "maker": "x", "notMade": {"reason": "ZOMAAR", "why": "y"}} | /notMade/reason | UNKNOWN_CODE
            {"on": "2026-11-19", "maker": "x", "made": {"instrument": "LIRIK", "judgement": "WORRIES", "weight": "LIGHT", "sources": [], "seen": "y"}} | /made/sources | MISSING
            {"on": "2026-11-19", "maker": "x", "members": ["mila"], "notMade": {"reason": "OTHER", "why": "y"}} | /members/0 | NOT_A_MEMBER
            """)
    void namesThePlaceAndNeverTheValue(String body, String path, String code) {
        UUID household = referred(Care.family(Care.name()));

        Answer answer = team.post(path(household) + "/estimates", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json()
                        .at("/violations")
                        .valueStream()
                        .map(violation -> violation.at("/path").asString() + " "
                                + violation.at("/code").asString()))
                .contains(path + " " + code);
        assertThat(answer.body()).doesNotContain("ZOMAAR", "\"mila\"");
    }

    @Test
    void anInstrumentThatIsNotInUseHereCannotBePicked() {
        SafetySettings settings = new SafetySettings(
                List.of(Instrument.SIGNS_OF_SAFETY, Instrument.LIRIK), Period.ofMonths(6), Duration.ofDays(5));

        assertThat(settings.choice())
                .containsExactlyInAnyOrder(Instrument.SHORT_QUESTIONS, Instrument.SIGNS_OF_SAFETY, Instrument.LIRIK);
        byte[] body = MADE.replace("LIRIK", "ARIJ").getBytes(StandardCharsets.UTF_8);
        assertThat(SafetyJson.estimate(body, settings.choice(), LocalDate.parse("2026-11-20")))
                .asString()
                .contains("/made/instrument", "NOT_LISTED");
    }

    /** The profile of the municipality goes before the setting; the short questions are always there. */
    @Test
    void theInstrumentsAreThoseOfTheMunicipalityWhereThereIsOne() {
        SafetySettings settings =
                new SafetySettings(List.of(Instrument.CHECKLIST), Period.ofMonths(6), Duration.ofDays(5));

        assertThat(new Instruments(municipality("lindedam"), settings).choice())
                .containsExactly(Instrument.SHORT_QUESTIONS, Instrument.SIGNS_OF_SAFETY, Instrument.LIRIK);
        assertThat(new Instruments(municipality(""), settings).choice())
                .containsExactlyInAnyOrder(Instrument.SHORT_QUESTIONS, Instrument.CHECKLIST);
    }

    @Test
    void everyProfileThatComesWithSluisNamesInstrumentsThatAreThere() {
        SafetySettings settings =
                new SafetySettings(List.of(Instrument.CHECKLIST), Period.ofMonths(6), Duration.ofDays(5));

        assertThat(Municipalities.BUILT_IN)
                .allSatisfy(name -> assertThat(new Instruments(municipality(name), settings).choice())
                        .hasSizeGreaterThan(1));
    }

    @Test
    void anInstrumentOfAProfileThatIsNoneStopsTheStartAndIsNamed(@TempDir Path folder) throws IOException {
        Path profile = folder.resolve("eigen.yaml");
        try (InputStream own = SafetyTest.class.getResourceAsStream("/municipalities/lindedam-haven.yaml")) {
            String text = new String(own.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(profile, text.replace("LIRIK", "ZELFBEDACHT"));
        }
        ConfiguredMunicipality own = municipality(profile.toString());
        SafetySettings settings =
                new SafetySettings(List.of(Instrument.CHECKLIST), Period.ofMonths(6), Duration.ofDays(5));

        assertThatThrownBy(() -> new Instruments(own, settings))
                .hasMessageContaining("sluis.municipality.profile: safety.instruments: 'ZELFBEDACHT'");
    }

    private static ConfiguredMunicipality municipality(String profile) {
        return new ConfiguredMunicipality(new MunicipalitySettings(profile));
    }

    @Test
    void aHouseholdThatIsNotThereIsNotFound() {
        String nowhere = path(UUID.randomUUID());

        assertThat(team.post(nowhere + "/estimates", MADE).status()).isEqualTo(404);
    }

    private UUID referred(Family family) {
        return team.arrives(family.kind(MessageKind.REFERRAL).build()).household();
    }

    private static String path(UUID household) {
        return "/v1/households/" + household + "/safety";
    }
}
