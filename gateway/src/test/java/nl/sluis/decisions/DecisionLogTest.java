package nl.sluis.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.policy.DecisionFacts;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.rules.FactsCode;
import nl.sluis.policy.rules.Point;
import nl.sluis.policyset.SignedSets;
import nl.sluis.retention.TestRetention;
import nl.sluis.testing.Journal;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decisions are kept by their facts codes; which message they were about is forgotten sooner. */
class DecisionLogTest {

    private static final OrganisationId SCHOOL = new OrganisationId("de-wilgenhof");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final DataSource database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final DecisionStore store = new DecisionStore(jdbc);
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:00:00Z"));
    private final DecisionLog log = new DecisionLog(store, clock);

    @Test
    void keepsWhatADecisionRestedOn() {
        MessageId message = message();
        DecisionFacts facts = decided(true, "SIGNAL");
        log.first(SCHOOL, message, facts);
        assertThat(store.last(SCHOOL, message)).contains(facts);
    }

    @Test
    void keepsALaterDecisionOnlyWhenItSaysSomethingElse() {
        MessageId message = message();
        log.first(SCHOOL, message, decided(false, "SIGNAL"));
        clock.advance(Duration.ofMinutes(5));
        assertThat(log.again(SCHOOL, message, decided(false, "SIGNAL"))).isEmpty();
        Optional<UUID> other = log.again(SCHOOL, message, decided(true, "SIGNAL"));
        assertThat(other).isPresent();
        assertThat(store.last(SCHOOL, message)).contains(decided(true, "SIGNAL"));
        assertThat(count("decision_facts")).isEqualTo(2);
    }

    @Test
    void forgetsWhoseADecisionWasBeforeItForgetsTheDecisionEachTimeWithAProof() {
        UUID decision = log.first(SCHOOL, message(), decided(true, "SIGNAL"));
        Journal audit = new Journal();
        TestRetention retention = new TestRetention(
                database,
                audit,
                clock,
                500,
                new DecisionPerishables(new DecisionSettings(Duration.ofDays(90), Duration.ofDays(730))));
        clock.advance(Duration.ofDays(89));
        retention.look();
        assertThat(count("decision_link")).isEqualTo(1);
        clock.advance(Duration.ofDays(2));
        retention.look();
        assertThat(count("decision_link")).isZero();
        assertThat(count("decision_facts")).isEqualTo(1);
        assertThat(audit.audited())
                .singleElement()
                .asString()
                .contains(
                        "data=decision.link",
                        "rule=sluis.decisions.keep-links",
                        "term=PT2160H",
                        "count=1",
                        TestRetention.hash(List.of(decision.toString())));
        jdbc.sql(
                        "INSERT INTO shadow_difference VALUES (gen_random_uuid(), DATE '2026-11-22', 'a', 'b', 'c', '', '', '',"
                                + " '', '')")
                .update();
        clock.advance(Duration.ofDays(641));
        retention.look();
        assertThat(count("decision_facts") + count("shadow_difference")).isZero();
        assertThat(audit.audited())
                .hasSize(3)
                .anyMatch(entry -> entry.contains("data=decision.facts"))
                .anyMatch(entry -> entry.contains("data=decision.shadow"));
    }

    @Test
    void anExportIsTakenAgainUnderAnotherSet(@TempDir Path home) throws IOException {
        for (int i = 0; i < 5; i++) {
            log.first(SCHOOL, message(), decided(true, "CORRECTION"));
            log.first(SCHOOL, message(), decided(true, "SIGNAL"));
        }
        log.first(SCHOOL, message(), inOtherWords());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DecisionExport(new JdbcTemplate(database)).write(new PrintStream(out, true, StandardCharsets.UTF_8));
        String lines = out.toString(StandardCharsets.UTF_8);
        assertThat(lines.lines()).hasSize(11).allMatch(line -> line.startsWith("{") && !line.contains("wilgenhof"));

        Path file = Files.writeString(home.resolve("decisions.jsonl"), lines);
        Path set = new SignedSets(home).stricter("1");
        SignedSets.Ran ran = SignedSets.run(List.of("replay", "--set", set.toString(), "--decisions", file.toString()));
        assertThat(ran.exit()).as(ran.errors()).isZero();
        assertThat(ran.output().lines())
                .containsExactly(
                        "besluiten 10, anders 5",
                        "5: eerst toestaan, nu weigeren, door +Z-W1",
                        "niet te herhalen 1: hun feiten staan in de woorden van een andere woordenlijst");
        assertThat(SignedSets.run(List.of("replay", "--set", "shipped", "--decisions", file.toString()))
                        .output())
                .startsWith("besluiten 10, anders 0");

        Files.writeString(file, lines + "{\"day\": \"gisteren\"}\n");
        assertThat(SignedSets.run(List.of("replay", "--set", "shipped", "--decisions", file.toString())))
                .satisfies(broken -> assertThat(broken.exit()).isEqualTo(2))
                .satisfies(broken -> assertThat(broken.errors()).contains("line 12"));
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private static MessageId message() {
        return new MessageId(UUID.randomUUID());
    }

    /** A decision of the shipped rules about a child under twelve whose parents agree, or not. */
    private static DecisionFacts decided(boolean agreed, String kind) {
        Point point = Point.unknown(RuleSets.builtIn().vocabulary());
        RuleSets.builtIn()
                .vocabulary()
                .facts()
                .forEach(fact -> point.set(fact.name(), fact.values().get(fact.usual())));
        point.set("soort", kind)
                .set("gezagsdragers-akkoord", agreed ? "ja" : "nee")
                .set("toestemming-ontbreekt", agreed ? "nee" : "ja");
        FactsCode code = new FactsCode(RuleSets.builtIn().vocabulary());
        DecisionFacts asked = new DecisionFacts(
                DAY,
                RuleSets.builtIn().hash(),
                code.vocabularyHash(),
                List.of(new DecisionFacts.Item(code.of(point), true, true)),
                nl.sluis.policy.Outcome.PERMIT,
                List.of());
        return asked.under(RuleSets.builtIn(), DAY).orElseThrow();
    }

    private static DecisionFacts inOtherWords() {
        DecisionFacts own = decided(true, "SIGNAL");
        return new DecisionFacts(
                own.day(), own.policy(), "sha256:" + "0".repeat(64), own.items(), own.outcome(), own.rows());
    }
}
