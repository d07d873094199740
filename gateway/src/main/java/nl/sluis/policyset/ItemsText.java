package nl.sluis.policyset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nl.sluis.policy.DecisionFacts;

/** The items of a decision in one column: codes with {@code !} when mandatory and {@code +} when free, spaces between. */
public final class ItemsText {

    private ItemsText() {}

    /** As it is written. */
    public static String of(List<DecisionFacts.Item> items) {
        return items.stream()
                .map(item -> item.code() + (item.mandatory() ? "!" : "") + (item.free() ? "+" : ""))
                .collect(Collectors.joining(" "));
    }

    /** What was written. */
    public static List<DecisionFacts.Item> read(String text) {
        return words(text).stream()
                .map(item ->
                        new DecisionFacts.Item(item.replaceAll("[!+]", ""), item.contains("!"), item.endsWith("+")))
                .toList();
    }

    /** The words between spaces. */
    public static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
