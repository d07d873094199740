package nl.sluis.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.demo.NodeApi.Answer;
import tools.jackson.databind.JsonNode;

/** Reads answers and says in a line what was decided and why. */
final class Told {

    private Told() {}

    static void outcome(Answer answer, String outcome, String... reasons) {
        StepFailed.unless(
                answer.text("outcome").equals(outcome),
                "expected " + outcome + ", was answered " + answer.status() + " " + answer.text("outcome") + " "
                        + reasons(answer) + violations(answer));
        for (String reason : reasons) {
            StepFailed.unless(reasons(answer).contains(reason), "expected " + reason + " among " + reasons(answer));
        }
    }

    static void withheld(Answer answer, String item) {
        StepFailed.unless(items(answer).contains(item), "expected " + item + " to be withheld, was " + items(answer));
    }

    static Set<String> reasons(Answer answer) {
        return texts(answer.body().path("reasons"), "code");
    }

    static Set<String> categories(Answer answer) {
        return texts(answer.body().path("withheld"), "category");
    }

    /** The decision in a line: the outcome, why (the first reason in words), and what was withheld for which reason. */
    static String line(Answer answer) {
        StringBuilder line = new StringBuilder(answer.text("outcome"));
        JsonNode first = answer.body().path("reasons").path(0);
        if (!first.isMissingNode()) {
            line.append("; ").append(String.join(", ", reasons(answer)));
            line.append(" (").append(first.path("text").asString()).append(')');
        }
        Map<String, List<String>> byCode = new LinkedHashMap<>();
        answer.body()
                .path("withheld")
                .forEach(item -> byCode.computeIfAbsent(item.path("code").asString(), code -> new ArrayList<>())
                        .add(item.path("item").asString()));
        if (!byCode.isEmpty()) {
            line.append("; withheld: ").append(byCode);
        }
        return line.toString();
    }

    private static Set<String> items(Answer answer) {
        return texts(answer.body().path("withheld"), "item");
    }

    private static Set<String> violations(Answer answer) {
        return texts(answer.body().path("violations"), "code");
    }

    private static Set<String> texts(JsonNode array, String field) {
        return array.values().stream()
                .map(node -> node.path(field).asString())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
