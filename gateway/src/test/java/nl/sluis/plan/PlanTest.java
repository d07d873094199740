package nl.sluis.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.MessageKind;
import nl.sluis.followup.TaskKind;
import nl.sluis.testing.Care;
import nl.sluis.testing.Care.Answer;
import nl.sluis.testing.CareApplication;
import nl.sluis.testing.CareSlice;
import nl.sluis.testing.Family;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@CareSlice
class PlanTest {

    private static final String PLAN = """
            {"name": "Gezinsplan", "evaluation": "2027-03-01", "owner": "fatima",
             "goals": [{"code": "rust", "effect": "Mila slaapt de nacht door."}],
             "actions": [{"text": "Vaste bedtijd.", "goal": "rust"}, {"text": "Inzet begeleiding."}]}""";

    private final Care team;

    PlanTest(ApplicationContext context) {
        this.team = new Care(context);
    }

    @AfterEach
    void today() {
        team.clock().moveTo(CareApplication.NOW);
    }

    /** T-03: a mother, teenagers and the baby of one of them; a plan each, one member none, and no estimate of the baby. */
    @Test
    void t03AFamilyPlanForOneChildSaysWhomItDoesNotCoverAndTheBabyIsAskedAfter() {
        String name = Care.name();
        Family family = Care.family(name)
                .person("noah", HouseholdRole.CHILD)
                .named("noah", "Noah", name, "2012-08-09")
                .person("lieke", HouseholdRole.CHILD)
                .named("lieke", "Lieke", name, "2026-10-02");
        UUID household = team.arrives(family.kind(MessageKind.REFERRAL).build()).household();
        team.arrives(Family.message()
                .from("de-horizon")
                .kind(MessageKind.PLAN_SUMMARY)
                .person("n", HouseholdRole.CHILD)
                .named("n", "Noah", name, "2012-08-09")
                .section("n", DataCategory.GOALS, null, new Content.Goal("Gezinsplan: rust", null, null))
                .build());

        Answer plans = team.get(path(household));

        assertThat(names(plans, "covers")).containsExactly("Noah");
        assertThat(names(plans, "notCovered")).containsExactly("Mila", "Sanne", "Lieke");
        String baby = team.member(household, "Lieke");
        assertThat(team.get("/v1/households/" + household + "/tasks")
                        .json()
                        .at("/tasks")
                        .valueStream()
                        .filter(task -> task.at("/kind").asString().equals("SAFETY_ESTIMATE"))
                        .map(task -> task.at("/member").asString()))
                .contains(baby);
    }

    @Test
    void aPlanWithoutADayOfEvaluationOrItsOwnerIsNoPlan() {
        UUID household = referred();

        Answer answer = team.post(path(household), "{\"name\": \"Ondersteuning\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("/evaluation", "/owner");
        assertThat(team.post(path(household), PLAN.replace("2027-03-01", "2026-11-20"))
                        .body())
                .contains("/evaluation", "NOT_LATER");
    }

    @Test
    void theEvaluationIsATaskOfItsOwnerThatIsOverdueWhenTheDayPasses() {
        UUID household = referred();

        assertThat(team.post(path(household), PLAN).status()).isEqualTo(201);

        assertThat(team.open(household)).contains(TaskKind.EVALUATION);
        team.clock().moveTo(Instant.parse("2027-03-02T09:00:00Z"));
        assertThat(team.get("/v1/tasks?overdue=true&owner=fatima").body()).contains(household.toString());
    }

    @Test
    void anActionWithoutAGoalIsMarked() {
        UUID household = referred();

        Answer plans = team.post(path(household), PLAN);

        assertThat(plans.json().at("/plans/0/actions/0/withoutGoal").asBoolean())
                .isFalse();
        assertThat(plans.json().at("/plans/0/actions/1/withoutGoal").asBoolean())
                .isTrue();
        assertThat(team.post(path(household), PLAN.replace("\"goal\": \"rust\"", "\"goal\": \"iets\""))
                        .json()
                        .at("/plans/1/actions/0/withoutGoal")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void anEvaluationAsksForTheConclusionOfSafetyThenAndNowAndForTheNextDay() {
        UUID household = referred();
        String plan = team.post(path(household), PLAN).json().at("/plans/0/id").asString();
        String evaluations = path(household) + "/" + plan + "/evaluations";

        assertThat(team.post(evaluations, "{\"on\": \"2026-11-20\", \"result\": \"Beter.\", \"ends\": true}")
                        .body())
                .contains("/safety", "MISSING");
        assertThat(team.post(evaluations, "{\"on\": \"2026-11-20\", \"result\": \"Beter.\", \"safety\": \"Veiliger.\"}")
                        .body())
                .contains("/next", "ONE_OF");
        Answer done = team.post(
                evaluations,
                "{\"on\": \"2026-11-20\", \"result\": \"Beter.\", \"safety\": \"Veiliger.\", \"next\": \"2027-06-01\"}");

        assertThat(done.status()).isEqualTo(201);
        assertThat(done.json().at("/plans/0/evaluations/0/safety").asString()).isEqualTo("Veiliger.");
        assertThat(team.open(household)).filteredOn(TaskKind.EVALUATION::equals).hasSize(1);
        assertThat(team.post(
                                path(household) + "/" + UUID.randomUUID() + "/evaluations",
                                "{\"on\": \"2026-11-20\"," + " \"result\": \"x\", \"safety\": \"y\", \"ends\": true}")
                        .status())
                .isEqualTo(404);
    }

    private static List<String> names(Answer plans, String which) {
        return plans.json()
                .at("/summaries/0/" + which)
                .valueStream()
                .map(one -> one.at("/name").asString().split(" ")[0])
                .toList();
    }

    private UUID referred() {
        return team.arrives(Care.family(Care.name())
                        .kind(MessageKind.REFERRAL)
                        .said("mila", AssertionType.OBSERVED, "Valt in slaap.")
                        .build())
                .household();
    }

    private static String path(UUID household) {
        return "/v1/households/" + household + "/plans";
    }
}
