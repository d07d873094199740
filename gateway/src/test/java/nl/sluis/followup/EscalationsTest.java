package nl.sluis.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.sluis.household.Households;
import nl.sluis.municipality.ConfiguredMunicipality;
import nl.sluis.municipality.Municipalities;
import nl.sluis.municipality.MunicipalitySettings;
import nl.sluis.municipality.Step;
import nl.sluis.storage.TestDataKeys;
import nl.sluis.testing.Family;
import nl.sluis.testing.Journal;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class EscalationsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final DataSource database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final Households households = new Households(jdbc, TestDataKeys.atRest(jdbc));
    private final SettableClock clock = new SettableClock(NOW);
    private final Journal audit = new Journal();
    private final Tasks tasks = new Tasks(jdbc, households, () -> Owners.NOBODY, "intake", audit, clock);
    private final Escalations escalations = new Escalations(jdbc, ladder(""), audit, clock, transaction);

    private static Ladder ladder(String profile) {
        return new Ladder(new ConfiguredMunicipality(new MunicipalitySettings(profile)), TermTest.settings(Map.of()));
    }

    @Test
    void whatIsOverdueGoesUpTheLadderStepByStepAndStaysVisibleOnItsLast() {
        UUID household = household();
        UUID task =
                open(household, Opening.of(TaskKind.TAKE_UP).ownedBy("worker-1").dueAt(NOW.plus(Duration.ofHours(1))));
        escalations.escalate();
        assertThat(tasks.find(household, task).orElseThrow().step()).isZero();

        clock.moveTo(NOW.plus(Duration.ofHours(2)));
        escalations.escalate();
        escalations.escalate();
        Task first = tasks.find(household, task).orElseThrow();
        assertThat(first.step()).isEqualTo(1);
        assertThat(first.ownerRole()).isEqualTo("team-leader");
        assertThat(first.owner()).isEqualTo("worker-1");
        assertThat(first.due()).isEqualTo("2026-11-25T23:00:00Z");

        clock.moveTo(NOW.plus(Duration.ofDays(4)));
        escalations.escalate();
        assertThat(tasks.find(household, task).orElseThrow().ownerRole()).isEqualTo("manager");
        clock.moveTo(NOW.plus(Duration.ofDays(30)));
        escalations.escalate();
        assertThat(tasks.overdue(clock.instant())).extracting(Task::id).containsExactly(task);
        assertThat(audit.audited())
                .hasSize(2)
                .allMatch(entry -> entry.toString().contains("task.escalated"));
    }

    /** the ladder of the municipality, with its roles and terms, goes before the setting. */
    @Test
    void theLadderIsThatOfTheMunicipalityWhereThereIsOne() {
        Ladder local = ladder("lindedam");
        List<Step> steps = Municipalities.builtIn("lindedam").ladder();
        assertThat(steps).isNotEmpty();
        assertThat(IntStream.range(0, local.size()).mapToObj(local::role))
                .containsExactlyElementsOf(steps.stream().map(Step::role).toList())
                .doesNotContain("manager");
        assertThat(local.first()).isEqualTo(steps.getFirst().role());

        UUID household = household();
        UUID task = open(household, Opening.of(TaskKind.TAKE_UP).dueAt(NOW.minusSeconds(1)));
        new Escalations(jdbc, local, audit, clock, transaction).escalate();

        assertThat(tasks.find(household, task).orElseThrow().ownerRole())
                .isEqualTo(steps.getFirst().role());
    }

    @Test
    void aStepLastsAsLongAsTheMunicipalitySaysAndElseAsTheSetting() {
        Ladder local = ladder("lindedam");
        List<Step> steps = Municipalities.builtIn("lindedam").ladder();
        for (int i = 0; i < steps.size(); i++) {
            Period term = steps.get(i).term();
            assertThat(local.until(i, NOW))
                    .isEqualTo(
                            term == null
                                    ? TermTest.settings(Map.of()).until("escalation", NOW)
                                    : new Term(term.getDays(), false).endsAfter(NOW));
        }
    }

    @Test
    void manyProcessesAtOnceEscalateEachTaskOnce() {
        UUID household = household();
        IntStream.range(0, 60)
                .forEach(n -> open(
                        household,
                        Opening.of(TaskKind.EVALUATION)
                                .aboutRecord(UUID.randomUUID())
                                .dueAt(NOW.minusSeconds(1))));
        IntStream.range(0, 4).parallel().forEach(n -> escalations.escalate());
        escalations.escalate();
        assertThat(tasks.of(household)).hasSize(60).allMatch(task -> task.step() == 1);
    }

    @Test
    void whatIsSettledOrHasNoTermIsLeftAlone() {
        UUID household = household();
        open(household, Opening.of(TaskKind.STALLED));
        UUID settled = open(household, Opening.of(TaskKind.GP_JGZ).dueAt(NOW.minusSeconds(1)));
        transaction.executeWithoutResult(status -> tasks.settle(household, settled, "DONE", null, "worker-1"));
        escalations.escalate();
        assertThat(tasks.history(household)).allMatch(task -> task.step() == 0);
    }

    private UUID open(UUID household, Opening opening) {
        return Objects.requireNonNull(transaction.execute(status -> tasks.open(household, opening)));
    }

    private UUID household() {
        return Objects.requireNonNull(transaction.execute(
                status -> households.link(Family.concern("Is moe.").build()).household()));
    }
}
