package nl.sluis.municipality;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.sluis.adapter.profile.YamlMap;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a table of rules and proves it. */
final class RulesReading {

    private RulesReading() {}

    /**
     * The table under {@code rules}, with {@code otherwise}.
     *
     * @param then reads what follows from a rule
     */
    static <T> Rules<T> read(YamlMap table, Function<YamlMap, T> then) {
        int before = table.faults().all().size();
        List<Rules.Rule<T>> rules = new ArrayList<>();
        for (YamlMap rule : Words.list(table, "rules")) {
            When when = when(rule.map("when"));
            rule.required("when");
            rules.add(new Rules.Rule<>(Words.line(rule.node()), when, then.apply(rule)));
            rule.done();
        }
        Node last = table.get("otherwise");
        @Nullable T otherwise = null;
        if (last != null) {
            YamlMap map = new YamlMap(last, last, table.faults());
            otherwise = then.apply(map);
            map.done();
        }
        Rules<T> read = new Rules<>(rules, otherwise);
        // What was read with faults proves nothing
        if (table.faults().all().size() == before) {
            for (Rules.Fault fault : read.faults()) {
                int line = fault.line() == 0 ? Words.line(table.node()) : fault.line();
                table.faults().add(line, 1, fault.code(), fault.message());
            }
        }
        return read;
    }

    private static When when(YamlMap when) {
        boolean either = when.get("children") == null;
        When read = new When(
                Words.codes(when, "origin", Origin.class),
                Words.codes(when, "reporter", OrganisationType.class),
                either ? null : when.flag("children", true),
                Words.number(when, "domains-at-least", 1, 1, Situation.MOST_DOMAINS),
                Words.number(when, "domains-at-most", Situation.MOST_DOMAINS, 1, Situation.MOST_DOMAINS),
                Words.codes(when, "urgency", Urgency.class),
                Words.codes(when, "coercion", Coercion.class));
        if (when.names().isEmpty()) {
            when.faults().add(when.node(), "EMPTY", "A rule for every household is 'otherwise'.");
        }
        when.done();
        return read;
    }
}
