package nl.sluis.policy.rules;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the rows of a day as DMN 1.3: a table an effect, every row that holds is collected. For the comparison only. */
public final class DmnOfRules {

    private DmnOfRules() {}

    /** The facts of a point under the names that the tables use. */
    public static Map<String, String> context(Vocabulary vocabulary, Point point) {
        Map<String, String> context = new HashMap<>();
        for (int f = 0; f < vocabulary.facts().size(); f++) {
            Fact fact = vocabulary.fact(f);
            context.put(name(fact), fact.values().get(point.value(f)));
        }
        return context;
    }

    /** The model. */
    public static String xml(RuleSet rules) {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="rules" name="rules"
                 namespace="urn:sluis:rules" expressionLanguage="https://www.omg.org/spec/DMN/20191111/FEEL/">
                """);
        Vocabulary vocabulary = rules.vocabulary();
        for (Fact fact : vocabulary.facts()) {
            xml.append("<inputData id=\"%1$s\" name=\"%1$s\"><variable name=\"%1$s\" typeRef=\"string\"/></inputData>\n"
                    .formatted(name(fact)));
        }
        Map<Effect, List<Rule>> tables = rules.rules().stream()
                .collect(Collectors.groupingBy(Rule::effect, LinkedHashMap::new, Collectors.toList()));
        tables.forEach((effect, rows) -> xml.append(table(vocabulary, effect, rows)));
        return xml.append("</definitions>\n").toString();
    }

    private static String table(Vocabulary vocabulary, Effect effect, List<Rule> rows) {
        Set<Integer> columns = new LinkedHashSet<>();
        for (int f = 0; f < vocabulary.facts().size(); f++) {
            for (Rule row : rows) {
                if (row.box().mask(f) != vocabulary.fact(f).all()) {
                    columns.add(f);
                }
            }
        }
        StringBuilder xml = new StringBuilder("<decision id=\"%1$s\" name=\"%1$s\"><variable name=\"%1$s\"/>\n".formatted(effect));
        columns.forEach(f -> xml.append("<informationRequirement><requiredInput href=\"#%s\"/></informationRequirement>\n"
                .formatted(name(vocabulary.fact(f)))));
        xml.append("<decisionTable hitPolicy=\"COLLECT\">\n");
        columns.forEach(f -> xml.append("<input><inputExpression typeRef=\"string\"><text>%s</text></inputExpression></input>\n"
                .formatted(name(vocabulary.fact(f)))));
        xml.append("<output/>\n");
        for (Rule row : rows) {
            xml.append("<rule>");
            columns.forEach(f -> xml.append("<inputEntry><text>%s</text></inputEntry>".formatted(cell(vocabulary.fact(f), row.box().mask(f)))));
            xml.append("<outputEntry><text>\"%s\"</text></outputEntry></rule>\n".formatted(row.id()));
        }
        return xml.append("</decisionTable></decision>\n").toString();
    }

    private static String cell(Fact fact, long mask) {
        return mask == fact.all()
                ? "-"
                : IntStream.range(0, fact.values().size())
                        .filter(v -> (mask & (1L << v)) != 0)
                        .mapToObj(v -> '"' + fact.values().get(v) + '"')
                        .collect(Collectors.joining(", "));
    }

    // A hyphen would be a minus sign in an expression.
    private static String name(Fact fact) {
        return fact.name().replace('-', '_');
    }
}
