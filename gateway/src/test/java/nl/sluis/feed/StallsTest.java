package nl.sluis.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.sluis.canonical.AssertionType;
import nl.sluis.followup.TaskKind;
import nl.sluis.testing.Care;
import nl.sluis.testing.CareApplication;
import nl.sluis.testing.CareSlice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Each test plays in a year of its own, long before that of the others who share the node. */
@CareSlice
class StallsTest {

    private static final AtomicInteger YEAR = new AtomicInteger(2000);

    private final Care team;
    private final Stalls stalls;
    private final FeedWork work;
    private final Instant start = Instant.parse(YEAR.incrementAndGet() + "-02-01T09:00:00Z");
    private final String name = Care.name();

    StallsTest(ApplicationContext context, Stalls stalls, FeedWork work) {
        this.team = new Care(context);
        this.work = work;
        this.stalls = stalls;
    }

    @BeforeEach
    void then() {
        team.clock().moveTo(start);
    }

    @AfterEach
    void now() {
        team.clock().moveTo(CareApplication.NOW);
    }

    @Test
    void whereSomebodyHasAReportAndNobodyDidAnythingForWeeksIsSeenByThemAndTheirHead() {
        UUID household = takenUp();
        assertThat(stalled(household, 41)).isFalse();
        // That a partner says more is no act of the team
        arrives();

        assertThat(stalled(household, 43)).isTrue();

        JsonNode task = task(household);
        assertThat(task.path("ownerRole").asString()).isEqualTo("team-leader");
        assertThat(task.path("owner").asString()).isEqualTo("fatima");
        assertThat(stalled(household, 44)).isTrue();
        assertThat(team.audit().audited())
                .filteredOn(entry -> entry.startsWith("household.stalled") && entry.contains(household.toString()))
                .hasSize(1);
    }

    @Test
    void whatSomebodyRecordsIsAnAct() {
        UUID household = takenUp();
        after(30);
        team.post(
                "/v1/households/" + household + "/members/" + team.member(household, "Mila") + "/contacts",
                """
                {"how": "SPOKEN", "on": "%s"}""".formatted(team.clock().instant().toString().substring(0, 10)));

        assertThat(stalled(household, 43)).isFalse();
        assertThat(stalled(household, 73)).isTrue();
    }

    @Test
    void whoSaysWhyIsAskedAgainOnlyAfterAsLong() {
        UUID household = takenUp();
        assertThat(stalled(household, 43)).isTrue();
        assertThat(team.post(
                                "/v1/households/" + household + "/tasks/"
                                        + task(household).path("id").asString() + "/settlement",
                                "{\"code\": \"LOOKED_AT\", \"reason\": \"Gezin is op reis.\"}")
                        .status())
                .isEqualTo(204);

        assertThat(stalled(household, 60)).isFalse();
        assertThat(stalled(household, 43 + 43)).isTrue();
    }

    @Test
    void whatNobodyTookUpIsSeenToo() {
        UUID household = arrives().household();

        assertThat(stalled(household, 41)).isFalse();
        assertThat(stalled(household, 43)).isTrue();
    }

    @Test
    void aHouseholdThatWasClosedIsNotStalled() {
        UUID household = takenUp();
        assertThat(team.post("/v1/households/" + household + "/safety/estimates", """
                {"on": "%s", "maker": "S. Visser", "made": {"instrument": "LIRIK", "judgement": "SAFE_ENOUGH", "weight": "LIGHT",
                 "sources": ["PARENT", "CHILD"], "seen": "Rustig."}}""".formatted(
                                        start.toString().substring(0, 10)))
                        .status())
                .isEqualTo(201);
        assertThat(team.post("/v1/households/" + household + "/closing", """
                {"person": "F. Boukhari", "goalReached": true, "safetyCompared": true, "followUpArranged": true,
                 "reporterInformed": true, "worriesOpen": false, "why": "Het gaat goed."}""")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("CLOSED");

        assertThat(stalled(household, 43)).isFalse();
        after(44);
        arrives();
        assertThat(stalled(household, 44 + 43)).isTrue();
    }

    private FeedItem arrives() {
        return team.arrives(Care.family(name)
                .said("mila", AssertionType.OBSERVED, "Is moe.")
                .build());
    }

    private UUID takenUp() {
        FeedItem item = arrives();
        UUID household = item.household();
        assertThat(team.put("/v1/households/" + household + "/involved/fatima", "")
                        .status())
                .isEqualTo(204);
        assertThat(team.put("/v1/households/" + household + "/regie", """
                {"holder": "PROFESSIONAL", "professional": "fatima"}""").status())
                .isEqualTo(200);
        work.takeUp(item.id(), "fatima", new FeedWork.Actor(new Viewer.Organisation(), "fatima", null));
        return household;
    }

    private boolean stalled(UUID household, int days) {
        after(days);
        stalls.see();
        return team.open(household).contains(TaskKind.STALLED);
    }

    private void after(int days) {
        team.clock().moveTo(start.plus(days, ChronoUnit.DAYS));
    }

    private JsonNode task(UUID household) {
        return team.get("/v1/households/" + household + "/tasks")
                .json()
                .path("tasks")
                .valueStream()
                .filter(task -> task.path("kind").asString().equals("STALLED"))
                .findFirst()
                .orElseThrow();
    }
}
