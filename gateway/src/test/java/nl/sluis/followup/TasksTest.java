package nl.sluis.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.sluis.household.Households;
import nl.sluis.storage.TestDataKeys;
import nl.sluis.testing.Family;
import nl.sluis.testing.Journal;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class TasksTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final DataSource database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final Households households = new Households(jdbc, TestDataKeys.atRest(jdbc));
    private final SettableClock clock = new SettableClock(NOW);
    private final Journal audit = new Journal();
    private Optional<String> regisseur = Optional.empty();
    private final Tasks tasks = new Tasks(jdbc, households, () -> new Named(regisseur), "intake", audit, clock);

    private record Named(Optional<String> regisseur) implements Owners {

        @Override
        public Optional<String> regisseur(UUID household, @Nullable UUID member) {
            return regisseur;
        }

        @Override
        public Holders holders(UUID household) {
            Set<String> all = regisseur.map(Set::of).orElse(Set.of());
            return new Holders(all, all);
        }
    }

    @Test
    void isAlwaysOwnedByAPersonOrElseByARole() {
        UUID household = household();
        UUID item = UUID.randomUUID();
        open(household, Opening.of(TaskKind.TAKE_UP).aboutItem(item));
        regisseur = Optional.of("worker-1");
        open(household, Opening.of(TaskKind.ACUTE).aboutItem(item).ownedByRole("team-leader"));

        assertThat(tasks.of(household))
                .satisfiesExactlyInAnyOrder(
                        first -> {
                            assertThat(first.owner()).isNull();
                            assertThat(first.ownerRole()).isEqualTo("intake");
                        },
                        second -> {
                            assertThat(second.owner()).isEqualTo("worker-1");
                            assertThat(second.ownerRole()).isEqualTo("team-leader");
                        });
        assertThat(tasks.ofOwner("worker-1")).extracting(Task::kind).containsExactly(TaskKind.ACUTE);

        assertThat(doing(() -> tasks.handOver(household, null, "worker-1", "worker-2")))
                .isEqualTo(2);
        assertThat(tasks.ofOwner("worker-2")).hasSize(2);
        assertThat(tasks.ofOwner("worker-1")).isEmpty();
    }

    @Test
    void theSameIsOpenOnceAlsoWhenItIsOpenedByManyAtOnce() {
        UUID household = household();
        Opening pattern = Opening.of(TaskKind.PATTERN).because("Drie signalen.");
        List<UUID> opened = IntStream.range(0, 8)
                .parallel()
                .mapToObj(n -> open(household, pattern))
                .toList();
        assertThat(opened.stream().distinct()).hasSize(1);
        UUID once = opened.getFirst();

        assertThat(settle(household, once, "LOOKED_AT", "Gezien.")).isTrue();
        assertThat(settle(household, once, "OTHER", "Nog eens.")).isFalse();
        assertThat(open(household, pattern)).isNotEqualTo(once);

        Task.Settled settled = tasks.find(household, once).orElseThrow().settled();
        assertThat(Objects.requireNonNull(settled).reason()).isEqualTo("Gezien.");
        assertThat(settled.code()).isEqualTo("LOOKED_AT");
        assertThat(audit.audited())
                .singleElement()
                .asString()
                .contains("task.settled", household.toString(), "LOOKED_AT")
                .doesNotContain("Gezien");
    }

    @Test
    void aboutAnotherHouseholdNothingIsFoundOrSettled() {
        UUID household = household();
        UUID task = open(household, Opening.of(TaskKind.STALLED));
        assertThat(tasks.find(UUID.randomUUID(), task)).isEmpty();
        assertThat(settle(UUID.randomUUID(), task, "DONE", "x")).isFalse();
        assertThat(doing(() -> tasks.assign(UUID.randomUUID(), task, "worker-1", "worker-2")))
                .isFalse();
        assertThatIllegalStateException().isThrownBy(() -> tasks.settle(household, task, "DONE", "x", "worker-1"));
    }

    @Test
    void isOverdueWhenItsTermHasPassedAndWithoutATermNever() {
        UUID household = household();
        UUID due = open(household, Opening.of(TaskKind.EVALUATION).dueAt(NOW.plus(Duration.ofDays(1))));
        open(household, Opening.of(TaskKind.STALLED));
        assertThat(tasks.overdue(NOW)).isEmpty();
        Instant later = NOW.plus(Duration.ofDays(2));
        assertThat(tasks.overdue(later)).extracting(Task::id).containsExactly(due);
        assertThat(tasks.of(household)).extracting(Task::id).first().isEqualTo(due);
    }

    @Test
    void whatSomebodyWroteStandsEncryptedAndGoesWithItsHousehold() {
        UUID household = household();
        open(household, Opening.of(TaskKind.CONDITION).because("Kwartelei"));
        byte[] stored = jdbc.sql("SELECT reason FROM task")
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Kwartelei");
        assertThat(tasks.of(household).getFirst().reason()).isEqualTo("Kwartelei");

        doing(() -> households.claim(household) ? households.erase(household) : -1);

        assertThat(tasks.history(household)).isEmpty();
    }

    @Test
    void aKindOfANewerProgramStopsNothing() {
        UUID household = household();
        UUID task = open(household, Opening.of(TaskKind.STALLED));
        jdbc.sql("UPDATE task SET kind = 'OF_TOMORROW' WHERE id = ?")
                .param(task)
                .update();
        open(household, Opening.of(TaskKind.PATTERN));
        assertThat(tasks.of(household)).extracting(Task::kind).containsExactly(TaskKind.PATTERN);
    }

    private UUID open(UUID household, Opening opening) {
        return doing(() -> tasks.open(household, opening));
    }

    private boolean settle(UUID household, UUID task, String code, String reason) {
        return doing(() -> tasks.settle(household, task, code, reason, "worker-1"));
    }

    private <T> T doing(java.util.function.Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(status -> act.get()));
    }

    private UUID household() {
        return doing(() -> households.link(Family.concern("Is moe.").build()).household());
    }
}
