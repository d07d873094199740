package nl.sluis.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.sluis.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process of the version before works on beside a new one: migrations add, and take nothing away. */
class MigrationsTest {

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern BODY = Pattern.compile("\\$\\$.*?\\$\\$", Pattern.DOTALL);
    private static final Pattern TAKES_AWAY = Pattern.compile(
            "\\b(DROP|RENAME|TRUNCATE|DELETE FROM|SET NOT NULL|ALTER COLUMN \\w+ (SET DATA )?TYPE)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDED_COLUMN =
            Pattern.compile("ADD COLUMN[^,;]*NOT NULL[^,;]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILLED = Pattern.compile("DEFAULT|GENERATED|SERIAL", Pattern.CASE_INSENSITIVE);

    @Test
    void everyMigrationOnlyAdds() throws IOException {
        Resource[] migrations = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/V*.sql");
        assertThat(migrations.length).isGreaterThanOrEqualTo(6);
        for (Resource migration : migrations) {
            assertThat(faults(migration.getContentAsString(StandardCharsets.UTF_8)))
                    .as(migration.getFilename())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE outgoing DROP COLUMN answer;",
                "DROP TABLE idempotency;",
                "ALTER TABLE outgoing RENAME COLUMN kind TO sort;",
                "ALTER TABLE outgoing ADD COLUMN urgency text NOT NULL;",
                "ALTER TABLE outgoing ALTER COLUMN accepted SET NOT NULL;",
                "ALTER TABLE outgoing ALTER COLUMN kind TYPE varchar(10);",
                "ALTER TABLE outgoing ALTER COLUMN kind SET DATA TYPE varchar(10);",
                "DELETE FROM consent;"
            })
    void oneThatTakesSomethingAwayIsReported(String sql) {
        assertThat(faults(sql)).isNotEmpty();
    }

    @Test
    void oneThatAddsIsNot() {
        assertThat(
                        faults(
                                "-- DROP nothing\nALTER TABLE outgoing ADD COLUMN a text, ADD COLUMN b int NOT NULL DEFAULT 0;"))
                .isEmpty();
    }

    @Test
    void anOlderProgramStartsOnTheSchemaOfANewerOne() {
        String url = TestDatabase.freshUrl();
        flyway(url).migrate();
        JdbcClient.create(TestDatabase.dataSource(url))
                .sql("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success) VALUES (999, '999', 'of a newer program', 'SQL',"
                        + " 'V999__of_a_newer_program.sql', 1, 'postgres', 1, true)")
                .update();

        assertThatCode(() -> flyway(url).migrate()).doesNotThrowAnyException();
    }

    /** As the program has it: application.yml. */
    private static Flyway flyway(String url) {
        return Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .ignoreMigrationPatterns("*:future")
                .load();
    }

    private static List<String> faults(String sql) {
        String plain = BODY.matcher(COMMENT.matcher(sql).replaceAll("")).replaceAll("");
        List<String> faults = new ArrayList<>();
        TAKES_AWAY.matcher(plain).results().forEach(found -> faults.add(found.group()));
        ADDED_COLUMN
                .matcher(plain)
                .results()
                .map(found -> found.group())
                .filter(added -> !FILLED.matcher(added).find())
                .forEach(faults::add);
        return faults;
    }
}
