package nl.sluis.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    /** The decision in a line: the outcome, the reasons in words, and what was withheld. */
    static String line(Answer answer) {
        List<String> parts = new ArrayList<>();
        parts.add(answer.text("outcome"));
        answer.body()
                .path("reasons")
                .values()
                .forEach(reason -> parts.add(reason.path("code").asString() + " ("
                        + reason.path("text").asString() + ")"));
        if (!answer.body().path("withheld").isEmpty()) {
            parts.add("withheld: "
                    + answer.body().path("withheld").values().stream()
                            .map(item -> item.path("item").asString() + " "
                                    + item.path("category").asString() + " "
                                    + item.path("code").asString())
                            .collect(Collectors.joining(", ")));
        }
        return String.join("; ", parts);
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
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
