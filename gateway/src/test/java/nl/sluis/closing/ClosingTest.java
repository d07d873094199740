package nl.sluis.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.sluis.access.TestAccess;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.MessageKind;
import nl.sluis.feed.FeedItem;
import nl.sluis.followup.TaskKind;
import nl.sluis.testing.AtOnce;
import nl.sluis.testing.Care;
import nl.sluis.testing.Care.Answer;
import nl.sluis.testing.CareApplication;
import nl.sluis.testing.CareSlice;
import nl.sluis.testing.Family;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@CareSlice
class ClosingTest {

    private static final String SOUND = """
            {"person": "F. Boukhari", "goalReached": true, "safetyCompared": true, "followUpArranged": true,
             "reporterInformed": true, "worriesOpen": false, "why": "Het gaat goed."}""";
    private static final String AGREED = """
            {"person": "H. de Wit", "agreed": true, "why": "Gezien."}""";

    private final Care team;
    private final JdbcClient jdbc;
    private final ClosingController controller;

    ClosingTest(ApplicationContext context) {
        this.team = new Care(context);
        this.jdbc = context.getBean(JdbcClient.class);
        this.controller = context.getBean(ClosingController.class);
    }

    @AfterEach
    void today() {
        team.clock().moveTo(CareApplication.NOW);
    }

    /** A list of overdue tasks has an end, and other tests of this database leave theirs. */
    @BeforeEach
    void nothingIsOpen() {
        jdbc.sql("TRUNCATE task CASCADE").update();
    }

    @Test
    void nobodyClosesWhileTheSafetyOfAChildIsNotEstimated() {
        UUID household = referred();

        assertThat(close(household, SOUND).status()).isEqualTo(409);
        assertThat(team.get(path(household)).status()).isEqualTo(404);

        estimated(household, "SAFE_ENOUGH");
        Answer closed = close(household, SOUND);

        assertThat(closed.status()).isEqualTo(200);
        assertThat(closed.json().at("/state").asString()).isEqualTo("CLOSED");
    }

    @Test
    void anOpenWorryNeedsASecondPersonWhoIsSomebodyElse() {
        UUID household = referred();
        estimated(household, "SAFE_ENOUGH");

        Answer asked = close(household, SOUND.replace("\"worriesOpen\": false", "\"worriesOpen\": true"));

        assertThat(asked.json().at("/state").asString()).isEqualTo("AWAITS_SECOND");
        assertThat(team.open(household)).containsExactly(TaskKind.CLOSING_COSIGN);
        assertThat(team.get("/v1/households/" + household + "/tasks")
                        .json()
                        .at("/tasks/0/ownerRole")
                        .asString())
                .isEqualTo("teamleider");
        assertThat(cosign(household, AGREED.replace("H. de Wit", "f. boukhari")).body())
                .contains("SAME_PERSON");

        Answer closed = cosign(household, AGREED);

        assertThat(closed.json().at("/state").asString()).isEqualTo("CLOSED");
        assertThat(closed.json().at("/second/person").asString()).isEqualTo("H. de Wit");
        assertThat(team.open(household)).isEmpty();
        assertThat(cosign(household, AGREED).status()).isEqualTo(409);
    }

    @Test
    void whoeverAnswersNoOrWorriesDoesNotCloseAlone() {
        for (String question : new String[] {"goalReached", "safetyCompared", "followUpArranged", "reporterInformed"}) {
            UUID household = referred();
            estimated(household, "SAFE_ENOUGH");
            String no = SOUND.replace("\"" + question + "\": true", "\"" + question + "\": false");
            assertThat(close(household, no).json().at("/state").asString())
                    .as(question)
                    .isEqualTo("AWAITS_SECOND");
        }
        UUID worrying = referred();
        estimated(worrying, "WORRIES");
        assertThat(close(worrying, SOUND).json().at("/state").asString()).isEqualTo("AWAITS_SECOND");
    }

    @Test
    void aSecondPersonWhoDoesNotAgreeLeavesItOpen() {
        UUID household = referred();
        estimated(household, "WORRIES");
        close(household, SOUND);

        Answer answer = cosign(household, AGREED.replace("true", "false"));

        assertThat(answer.json().at("/state").asString()).isEqualTo("NOT_AGREED");
    }

    @Test
    void nobodyClosesAloneWhatASecondPersonIsAskedAboutOrWouldNotSign() {
        UUID household = referred();
        estimated(household, "SAFE_ENOUGH");
        close(household, SOUND.replace("\"worriesOpen\": false", "\"worriesOpen\": true"));

        assertThat(close(household, SOUND).status()).isEqualTo(409);
        cosign(household, AGREED.replace("true", "false"));

        assertThat(close(household, SOUND).json().at("/state").asString()).isEqualTo("AWAITS_SECOND");
        assertThat(team.open(household)).containsExactly(TaskKind.CLOSING_COSIGN);
    }

    @Test
    void aPersonClosesWhatTheyHaveRegieOverAndWhoHasRegieIsNeverTheSecond() {
        UUID household = referred();
        ClosingRequest request = new ClosingRequest(household);
        for (String person : List.of("fatima", "joris")) {
            team.put("/v1/households/" + household + "/involved/" + person, "");
        }
        assertThat(TestAccess.asPerson("joris", request::close))
                .as("nobody has regie")
                .startsWith("Safety is not estimated");
        assertThat(team.put(
                                "/v1/households/" + household + "/regie",
                                "{\"holder\": \"PROFESSIONAL\", \"professional\": \"fatima\"}")
                        .status())
                .isEqualTo(200);
        estimated(household, "WORRIES");

        assertThat(TestAccess.asPerson("joris", request::close)).isEqualTo(REGIE);
        assertThat(TestAccess.asPerson("fatima", request::close)).isEqualTo("AWAITS_SECOND");
        assertThat(TestAccess.asPerson("fatima", request::cosign)).isEqualTo(SECOND);
        assertThat(TestAccess.asPerson("joris", request::cosign)).isEqualTo("CLOSED");
    }

    @Test
    void whoHasRegieAndIsAwayIsNotTheSecondPersonEither() {
        UUID household = referred();
        ClosingRequest request = new ClosingRequest(household);
        involved(household, "fatima", "joris", "daan");
        regie(household, "\"professional\": \"fatima\", \"second\": \"joris\", \"absentUntil\": \"2026-11-27\"");
        estimated(household, "WORRIES");

        assertThat(TestAccess.asPerson("fatima", request::close)).isEqualTo(REGIE);
        assertThat(TestAccess.asPerson("joris", request::close)).isEqualTo("AWAITS_SECOND");
        assertThat(TestAccess.asPerson("fatima", request::cosign)).isEqualTo(SECOND);
        assertThat(TestAccess.asPerson("joris", request::cosign)).isEqualTo(SECOND);
        assertThat(TestAccess.asPerson("daan", request::cosign)).isEqualTo("CLOSED");
    }

    @Test
    void whoHasRegieOverOneMemberIsNotTheSecondPersonAndWhereNobodyWithRegieIsThereNobodyCloses() {
        UUID household = referred();
        ClosingRequest request = new ClosingRequest(household);
        involved(household, "fatima", "joris", "daan");
        regie(household, "\"professional\": \"fatima\"");
        regie(household, "\"professional\": \"joris\", \"member\": \"" + team.member(household, "Mila") + "\"");
        estimated(household, "WORRIES");
        assertThat(TestAccess.asPerson("fatima", request::close)).isEqualTo("AWAITS_SECOND");
        assertThat(TestAccess.asPerson("joris", request::cosign)).isEqualTo(SECOND);

        team.delete("/v1/households/" + household + "/involved/fatima");

        assertThat(TestAccess.asPerson("daan", request::close)).isEqualTo(REGIE);
        assertThat(TestAccess.asPerson("joris", request::close)).isEqualTo(REGIE);
        assertThat(TestAccess.asPerson("daan", request::cosign)).isEqualTo("CLOSED");
    }

    private void involved(UUID household, String... people) {
        for (String person : people) {
            team.put("/v1/households/" + household + "/involved/" + person, "");
        }
    }

    private void regie(UUID household, String rest) {
        assertThat(team.put("/v1/households/" + household + "/regie", "{\"holder\": \"PROFESSIONAL\", " + rest + "}")
                        .body())
                .contains("PROFESSIONAL");
    }

    private static final String REGIE = "Whoever has regie closes, or who stands in for them";
    private static final String SECOND = "Whoever has regie is not the second person";

    /** Calls the controller in this thread, in which the person is known. */
    private final class ClosingRequest {

        private final UUID household;

        private ClosingRequest(UUID household) {
            this.household = household;
        }

        private String close() {
            return said(controller.close(household, SOUND.getBytes(StandardCharsets.UTF_8)));
        }

        private String cosign() {
            return said(controller.cosign(household, AGREED.getBytes(StandardCharsets.UTF_8)));
        }

        private static String said(ResponseEntity<?> answer) {
            return switch (answer.getBody()) {
                case ClosingController.Shown shown -> shown.state().name();
                case ProblemDetail problem -> String.valueOf(problem.getTitle());
                case null, default -> String.valueOf(answer.getStatusCode());
            };
        }
    }

    @Test
    void ofManyWhoCloseAtOnceOneDoesAndOfManySecondPersonsOneDecides() {
        UUID household = referred();
        estimated(household, "WORRIES");

        List<Integer> closed =
                AtOnce.answers(4, n -> () -> close(household, SOUND).status());

        assertThat(closed).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 409);
        assertThat(records(household, "CLOSING")).isOne();

        List<Integer> signed = AtOnce.answers(
                4,
                n -> () -> cosign(household, n % 2 == 0 ? AGREED : AGREED.replace("true", "false"))
                        .status());

        assertThat(signed).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 409);
        assertThat(records(household, "CLOSING_COSIGNATURE")).isOne();
    }

    private int records(UUID household, String kind) {
        return jdbc.sql("SELECT count(*) FROM household_record WHERE household_id = ? AND kind = ?")
                .params(household, kind)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatCameMeanwhileStopsTheSecondPerson() {
        String name = Care.name();
        UUID household = takenUp(Care.family(name).said("mila", AssertionType.OBSERVED, "Valt in slaap."));
        estimated(household, "WORRIES");
        close(household, SOUND);

        team.arrives(Care.family(name)
                .kind(MessageKind.SIGNAL)
                .said("mila", AssertionType.OBSERVED, "Blauwe plekken.")
                .build());

        assertThat(cosign(household, AGREED).status()).as("nobody took it up").isEqualTo(409);
        assertThat(team.get(path(household)).json().at("/state").asString()).isEqualTo("AWAITS_SECOND");
    }

    @Test
    void nothingIsSaidAboutAHouseholdThatIsNotThere() {
        UUID nowhere = UUID.randomUUID();

        for (String about : new String[] {"safety", "closing", "tasks", "plans", "handovers", "regie", "overview"}) {
            assertThat(team.get("/v1/households/" + nowhere + "/" + about).status())
                    .as(about)
                    .isEqualTo(404);
        }
    }

    @Test
    void whatNobodySignsInTimeIsOverdue() {
        UUID household = referred();
        estimated(household, "WORRIES");
        close(household, SOUND);

        team.clock().moveTo(Instant.parse("2026-11-26T09:00:00Z"));

        assertThat(team.get("/v1/tasks?overdue=true").body()).contains(household.toString());
    }

    @Test
    void aClosedHouseholdKeepsADayToLookAgainAndOneTaskForIt() {
        UUID household = referred();
        estimated(household, "SAFE_ENOUGH");

        close(household, SOUND.replace("\"why\"", "\"lookAgain\": \"2027-02-20\", \"why\""));

        assertThat(team.open(household)).containsExactly(TaskKind.LOOK_AGAIN);
        assertThat(team.get("/v1/tasks?overdue=true").body()).doesNotContain(household.toString());
        team.clock().moveTo(Instant.parse("2027-02-20T09:00:00Z"));
        assertThat(team.get("/v1/tasks?overdue=true").body()).contains(household.toString());
    }

    @Test
    void everyQuestionIsAnswered() {
        UUID household = referred();

        Answer answer = close(household, "{\"person\": \"F. Boukhari\", \"lookAgain\": \"2026-11-20\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "/goalReached",
                        "/safetyCompared",
                        "/followUpArranged",
                        "/reporterInformed",
                        "/worriesOpen",
                        "/why",
                        "NOT_LATER");
        assertThat(team.audit().audited().toString()).doesNotContain("Het gaat goed", "de Wit");
    }

    private UUID referred() {
        return takenUp(Care.family(Care.name()).said("mila", AssertionType.OBSERVED, "Valt in slaap."));
    }

    private UUID takenUp(Family family) {
        FeedItem item = team.arrives(family.kind(MessageKind.REFERRAL).build());
        team.takesUp(item);
        return item.household();
    }

    private void estimated(UUID household, String judgement) {
        String body = """
                {"on": "2026-11-19", "maker": "F. Boukhari", "made": {"instrument": "LIRIK", "judgement": "%s", "weight": "LIGHT",
                 "sources": ["CHILD"], "seen": "x"}}""".formatted(judgement);
        assertThat(team.post("/v1/households/" + household + "/safety/estimates", body)
                        .status())
                .isEqualTo(201);
    }

    private Answer close(UUID household, String body) {
        return team.post(path(household), body);
    }

    private Answer cosign(UUID household, String body) {
        return team.post(path(household) + "/cosignature", body);
    }

    private static String path(UUID household) {
        return "/v1/households/" + household + "/closing";
    }
}
