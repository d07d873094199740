package nl.sluis.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.storage.TestDataKeys;
import nl.sluis.testing.Family;
import nl.sluis.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RecordsTest {

    private static final Instant AT = Instant.parse("2026-11-23T09:00:00Z");

    private final DataSource database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final Households households = new Households(jdbc, TestDataKeys.atRest(jdbc));
    private final Records records = new Records(jdbc, households);

    record Visit(String text, LocalDate on, @Nullable String other) {}

    @Test
    void whatWasRecordedIsReadAsItWasGivenInItsOrder() {
        UUID household = household("Is moe.");
        UUID member = households.members(household).getFirst().id();
        Visit visit = new Visit("Huisbezoek: Mila sliep.", LocalDate.of(2026, 11, 23), null);

        UUID first = add(household, Note.of("VISIT", visit).about(member).coded("AT_HOME"));
        add(household, Note.of("VISIT", new Visit("Niemand thuis.", LocalDate.of(2026, 11, 24), "x")));
        add(household, Note.of("OTHER", new Visit("Iets anders.", LocalDate.of(2026, 11, 24), null)));

        assertThat(records.of(household, "VISIT", Visit.class))
                .hasSize(2)
                .first()
                .satisfies(entry -> {
                    assertThat(entry.id()).isEqualTo(first);
                    assertThat(entry.content()).isEqualTo(visit);
                    assertThat(entry.member()).isEqualTo(member);
                    assertThat(entry.code()).isEqualTo("AT_HOME");
                    assertThat(entry.by()).isEqualTo("worker-1");
                    assertThat(entry.at()).isEqualTo(AT);
                });
        assertThat(records.find(household, first, "VISIT", Visit.class)).isPresent();
        assertThat(records.find(household, first, "OTHER", Visit.class)).isEmpty();
        assertThat(records.find(UUID.randomUUID(), first, "VISIT", Visit.class)).isEmpty();
    }

    @Test
    void whatCameInThePlaceOfAnotherStandsAndTheOtherIsKept() {
        UUID household = household("Is moe.");
        UUID first = add(household, Note.of("VISIT", new Visit("Dinsdag.", LocalDate.EPOCH, null)));
        UUID second = add(
                household,
                Note.of("VISIT", new Visit("Woensdag.", LocalDate.EPOCH, null)).superseding(first));

        assertThat(records.standing(household, "VISIT", Visit.class))
                .extracting(Entry::id)
                .containsExactly(second);
        assertThat(records.of(household, "VISIT", Visit.class)).hasSize(2);
    }

    @Test
    void itStandsEncryptedAndGoesWithItsHousehold() {
        UUID household = household("Is moe.");
        add(household, Note.of("VISIT", new Visit("Kwartelei", LocalDate.EPOCH, null)));
        byte[] stored = jdbc.sql("SELECT content FROM household_record")
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Kwartelei");

        transaction.executeWithoutResult(status -> {
            assertThat(households.claim(household)).isTrue();
            households.erase(household);
        });

        assertThat(jdbc.sql("SELECT count(*) FROM household_record")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void nothingIsRecordedAboutAHouseholdThatIsNotThereOrOutsideATransaction() {
        Note note = Note.of("VISIT", new Visit("x", LocalDate.EPOCH, null));
        assertThatIllegalStateException().isThrownBy(() -> add(UUID.randomUUID(), note));
        UUID household = household("Is moe.");
        assertThatIllegalStateException().isThrownBy(() -> records.add(household, note, "worker-1", AT));
        assertThat(note.toString()).doesNotContain("x,");
    }

    private UUID add(UUID household, Note note) {
        return transaction.execute(status -> records.add(household, note, "worker-1", AT));
    }

    private UUID household(String text) {
        return transaction.execute(
                status -> households.link(Family.concern(text).build()).household());
    }
}
