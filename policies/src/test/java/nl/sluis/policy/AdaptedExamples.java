package nl.sluis.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.sluis.policy.rules.Example;
import nl.sluis.policy.rules.Hits;
import nl.sluis.policy.rules.Rule;
import nl.sluis.policy.rules.RuleBook;

/** Rewrites examples to what changed rules say, as somebody would who takes the rules for right and the examples for old. */
final class AdaptedExamples {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final Map<String, String> files;

    /** @param files the changed rules with the examples as they were; changed in place */
    AdaptedExamples(Map<String, String> files) {
        this.files = files;
    }

    void adapt() {
        Map<String, String> rulesOnly = new HashMap<>(files);
        rulesOnly.keySet().removeIf(name -> name.contains("voorbeelden"));
        RuleBook changed = RuleSets.read(rulesOnly);
        Map<String, Set<String>> said = new HashMap<>();
        for (Example example : RuleSets.builtIn().examples()) {
            Hits hits = changed.on(DAY).at(example.point());
            String ids = hits.rules().stream().map(Rule::id).collect(Collectors.joining(", "));
            said.computeIfAbsent(example.source(), source -> new TreeSet<>())
                    .add(hits.decision() + " | " + (ids.isEmpty() ? "-" : ids));
        }
        files.replaceAll((name, text) -> name.contains("voorbeelden") ? adapted(name, text, said) : text);
    }

    private static String adapted(String file, String text, Map<String, Set<String>> said) {
        String[] lines = text.split("\\n", -1);
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            Set<String> answers = said.getOrDefault(file + ":" + (i + 1), new HashSet<>());
            if (answers.isEmpty()) {
                kept.add(lines[i]);
            } else if (answers.size() == 1) {
                // The last two cells are the decision and the rows.
                kept.add(lines[i].replaceFirst(
                        "\\|[^|]*\\|[^|]*\\|$", "| " + answers.iterator().next() + " |"));
            }
        }
        return String.join("\n", kept);
    }
}
