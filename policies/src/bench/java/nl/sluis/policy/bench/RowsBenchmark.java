package nl.sluis.policy.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.rules.DmnExport;
import nl.sluis.policy.rules.Example;
import nl.sluis.policy.rules.Hits;
import nl.sluis.policy.rules.KieEngine;
import nl.sluis.policy.rules.Point;
import nl.sluis.policy.rules.Rule;
import nl.sluis.policy.rules.RuleBook;
import nl.sluis.policy.rules.RuleSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Facts that are given already: which rows hold? Our tables and KIE DMN answer about the same cases, one after another. */
@State(Scope.Thread)
@BenchmarkMode({Mode.SampleTime, Mode.AverageTime})
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RowsBenchmark {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final RuleBook book = RuleSets.builtIn();
    private final RuleSet rules = book.on(DAY);
    private final List<Point> points = new ArrayList<>();
    private final List<Map<String, String>> facts = new ArrayList<>();
    private final KieEngine kie = new KieEngine(DmnExport.of(book, DAY));
    private int next;

    /** The cases are the examples beside the rules. Both engines must agree about all of them before either is measured. */
    @Setup
    public void prepare() {
        for (Example example : book.examples()) {
            points.add(example.point());
            Map<String, String> given = KieEngine.facts(rules.vocabulary(), example.point());
            facts.add(given);
            List<String> own = rules.at(example.point()).rules().stream()
                    .map(Rule::id)
                    .sorted()
                    .toList();
            if (!own.equals(kie.rows(given))) {
                throw new IllegalStateException("the engines differ about " + example.name());
            }
        }
    }

    /** Our tables. */
    @Benchmark
    public Hits tables() {
        return rules.at(points.get(turn()));
    }

    /** KIE DMN on the same rows. */
    @Benchmark
    public Object kieDmn() {
        return kie.everything(facts.get(turn()));
    }

    private int turn() {
        next = next + 1 == points.size() ? 0 : next + 1;
        return next;
    }
}
