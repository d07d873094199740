package nl.sluis.inforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import nl.sluis.policy.DecisionFacts;
import nl.sluis.policy.Outcome;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.rules.FactsCode;
import nl.sluis.policy.rules.Point;
import nl.sluis.policyset.SignedSets;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A set in shadow says what it would have decided, and harms nothing. */
class ShadowTest {

    @TempDir
    Path home;

    private final DataSource database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Shadow shadow = new Shadow(new ShadowDifferenceStore(jdbc), metrics, transactions);

    @Test
    void countsAndKeepsWhatItWouldHaveDecidedOtherwise() {
        shadow.look(new SignedSets(home).stricter("1"));
        inTransaction(decided("CORRECTION"));
        inTransaction(decided("SIGNAL"));
        assertThat(count("different")).isEqualTo(1);
        assertThat(count("same")).isEqualTo(1);
        assertThat(jdbc.sql("SELECT outcome || ' ' || shadow_outcome || ' ' || shadow_rows FROM shadow_difference")
                        .query(String.class)
                        .single())
                .isEqualTo("HOLD DENY T-H1 Z-W1");
    }

    @Test
    void aFailureInItTakesNothingOfTheDecisionWithIt() {
        shadow.look(new SignedSets(home).stricter("1"));
        jdbc.sql("CREATE TABLE decided (id integer)").update();
        jdbc.sql("ALTER TABLE shadow_difference RENAME TO elsewhere").update();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            shadow.compare(decided("CORRECTION"));
            jdbc.sql("INSERT INTO decided VALUES (1)").update();
        });
        assertThat(jdbc.sql("SELECT count(*) FROM decided").query(Long.class).single())
                .isEqualTo(1);
        assertThat(count("failed")).isEqualTo(1);
    }

    @Test
    void aSetThatCannotBeReadCastsNone() throws IOException {
        Path set = new SignedSets(home).stricter("1");
        Files.writeString(set.resolve("22-kapot.md"), "## Weigeren als\n\n| x |\n");
        shadow.look(set);
        inTransaction(decided("CORRECTION"));
        assertThat(metrics.find("sluis.policy.shadow").counters()).isEmpty();
    }

    private double count(String result) {
        return metrics.counter("sluis.policy.shadow", "result", result).count();
    }

    private void inTransaction(DecisionFacts decided) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> shadow.compare(decided));
    }

    private static DecisionFacts decided(String kind) {
        LocalDate day = LocalDate.of(2026, 11, 22);
        Point point = Point.unknown(RuleSets.builtIn().vocabulary());
        RuleSets.builtIn()
                .vocabulary()
                .facts()
                .forEach(fact -> point.set(fact.name(), fact.values().get(fact.usual())));
        point.set("soort", kind).set("gezagsdragers-akkoord", "nee");
        FactsCode code = new FactsCode(RuleSets.builtIn().vocabulary());
        DecisionFacts asked = new DecisionFacts(
                day,
                RuleSets.builtIn().hash(),
                code.vocabularyHash(),
                List.of(new DecisionFacts.Item(code.of(point), true, true)),
                Outcome.PERMIT,
                List.of());
        return asked.under(RuleSets.builtIn(), day).orElseThrow();
    }
}
