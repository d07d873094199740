package nl.sluis.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is measured.
 *
 * @param rates messages a second, one step each; the first one is the calm one
 * @param sizes of the text of a message, in kB; the rates are measured with the first, the others at the calm rate
 * @param seconds of a step
 * @param warmUp seconds at the second rate, before anything is counted
 * @param repeats of everything
 * @param set settings of both nodes, beside their own
 * @param page where the results go
 */
record Wanted(
        List<Integer> rates,
        List<Integer> sizes,
        int seconds,
        int warmUp,
        int repeats,
        Map<String, String> set,
        Path page) {

    /** Reads {@code rates=40,100 sizes=5,2 seconds=20 set:some.key=value}. */
    static Wanted of(String... arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        Map<String, String> set = new LinkedHashMap<>();
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            if (pair.length != 2) {
                throw new IllegalArgumentException("name=value is expected");
            }
            if (pair[0].startsWith("set:")) {
                set.put(pair[0].substring("set:".length()), pair[1]);
            } else {
                given.put(pair[0], pair[1]);
            }
        }
        Wanted wanted = new Wanted(
                numbers(given.remove("rates"), List.of(40, 100, 200, 400)),
                numbers(given.remove("sizes"), List.of(5, 2, 10, 100)),
                Integer.parseInt(orElse(given.remove("seconds"), "20")),
                Integer.parseInt(orElse(given.remove("warm-up"), "30")),
                Integer.parseInt(orElse(given.remove("repeats"), "2")),
                set,
                Path.of(orElse(given.remove("page"), "../docs/performance.md")));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("not known: " + given.keySet());
        }
        return wanted;
    }

    private static List<Integer> numbers(String given, List<Integer> without) {
        return given == null
                ? without
                : new ArrayList<>(
                        Arrays.stream(given.split(",")).map(Integer::valueOf).toList());
    }

    private static String orElse(String given, String without) {
        return given == null ? without : given;
    }
}
