package nl.sluis.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.MessageKind;
import nl.sluis.testing.Care;
import nl.sluis.testing.CareApplication;
import nl.sluis.testing.CareSlice;
import nl.sluis.testing.Family;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@CareSlice
class ComingOfAgeTest {

    private final ApplicationContext context;
    private final Care team;
    private final TransitionRounds rounds;
    private final String name = Care.name();

    ComingOfAgeTest(ApplicationContext context, TransitionRounds rounds) {
        this.context = context;
        this.team = new Care(context);
        this.rounds = rounds;
    }

    @AfterEach
    void today() {
        team.clock().moveTo(CareApplication.NOW);
    }

    /** half a year before, and not a day earlier. */
    @Test
    void halfAYearBeforeSomebodyTurnsEighteenTheRegisseurHasATaskThatIsDueOnTheBirthday() {
        UUID household = family("2009-06-10");
        team.put("/v1/households/" + household + "/involved/fatima", "");
        team.put(
                "/v1/households/" + household + "/regie",
                "{\"holder\": \"PROFESSIONAL\", \"professional\": \"fatima\"}");
        at("2026-12-09T22:59:00Z");
        assertThat(tasks(household)).isEmpty();

        at("2026-12-09T23:01:00Z");

        assertThat(tasks(household)).singleElement().satisfies(task -> {
            assertThat(task.path("member").asString()).isEqualTo(team.member(household, "Noah"));
            assertThat(task.path("due").asString()).isEqualTo("2027-06-09T22:00:00Z");
            assertThat(task.path("owner").asString()).isEqualTo("fatima");
            assertThat(task.path("reason").asString()).contains("Jeugdwet", "Wmo", "Wat ouders toestonden");
        });
        at("2027-06-10T09:00:00Z");
        assertThat(tasks(household))
                .singleElement()
                .satisfies(task -> assertThat(task.path("overdue").asBoolean()).isTrue());
        assertThat(team.audit().audited())
                .filteredOn(entry -> entry.startsWith("household.turns-18") && entry.contains(household.toString()))
                .hasSize(1)
                .noneMatch(entry -> entry.contains("2009") || entry.contains("2027"));
    }

    @Test
    void aChildOfWhomOnlyTheYearOfBirthIsKnownHasATaskUntilItIsSurelyOfAge() {
        UUID household = family("2008-00-00");

        at("2026-11-20T09:00:00Z");

        assertThat(tasks(household)).singleElement().satisfies(task -> {
            assertThat(task.path("member").asString()).isEqualTo(team.member(household, "Noah"));
            assertThat(task.path("overdue").asBoolean()).isTrue();
        });
    }

    @Test
    void whoSettledItIsNotAskedAgain() {
        UUID household = family("2009-06-10");
        at("2027-01-05T09:00:00Z");
        JsonNode task = tasks(household).getFirst();
        assertThat(team.post(
                                "/v1/households/" + household + "/tasks/"
                                        + task.path("id").asString() + "/settlement",
                                "{\"code\": \"ARRANGED\", \"reason\": \"Wmo-melding gedaan.\"}")
                        .status())
                .isEqualTo(204);

        at("2027-01-06T09:00:00Z");

        assertThat(tasks(household)).isEmpty();
    }

    @Test
    void ofAYearAloneTheFirstDayCountsAndWithoutABirthDateOrGrownUpNothingDoes() {
        UUID early = family("2009-00-00");
        UUID grown = family("2008-01-10");
        at("2026-07-02T09:00:00Z");
        assertThat(tasks(early)).hasSize(1);
        assertThat(tasks(grown)).isEmpty();
    }

    @Test
    void aRowThatCannotBeReadHoldsUpNoOtherHousehold() {
        List<UUID> all = List.of(family("2009-06-10"), family("2009-06-10"), family("2009-06-10"));
        UUID spoilt = all.stream().sorted().findFirst().orElseThrow();
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("UPDATE household_record SET content = 'x' WHERE household_id = ? AND kind = 'HOUSEHOLD_CHILD'")
                .param(spoilt)
                .update();

        at("2027-01-05T09:00:00Z");

        assertThat(all)
                .filteredOn(one -> !one.equals(spoilt))
                .allSatisfy(one -> assertThat(tasks(one)).hasSize(1));
        jdbc.sql("DELETE FROM household_record WHERE household_id = ? AND kind = 'HOUSEHOLD_CHILD'")
                .param(spoilt)
                .update();
    }

    @Test
    void aTaskThatWouldComeOnTheBirthdayIsNoSetting() {
        assertThatThrownBy(() -> new TransitionSettings(Period.ZERO)).hasMessageContaining("sluis.transition.before");
    }

    private UUID family(String birthDate) {
        String own = Care.name();
        return team.arrives(Family.message()
                        .kind(MessageKind.REFERRAL)
                        .person("noah", HouseholdRole.CHILD)
                        .named("noah", "Noah", name + own, birthDate)
                        .build())
                .household();
    }

    private void at(String moment) {
        team.clock().moveTo(Instant.parse(moment));
        rounds.go();
    }

    private List<JsonNode> tasks(UUID household) {
        return team.get("/v1/households/" + household + "/tasks").json().path("tasks").values().stream()
                .filter(task -> task.path("kind").asString().equals("TURNS_EIGHTEEN"))
                .toList();
    }
}
