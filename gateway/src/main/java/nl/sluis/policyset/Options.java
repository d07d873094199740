package nl.sluis.policyset;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words after a command: {@code --name value} in any order, and nothing else. */
final class Options {

    private final Map<String, List<String>> values;

    private Options(Map<String, List<String>> values) {
        this.values = values;
    }

    /** What is wrong with the words; the message is for the terminal. */
    static final class BadUsage extends Exception {

        private static final long serialVersionUID = 1L;

        BadUsage(String message) {
            super(message);
        }
    }

    static Options of(List<String> words, Set<String> known) throws BadUsage {
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i);
            if (!name.startsWith("--") || !known.contains(name.substring(2)) || i + 1 == words.size()) {
                throw new BadUsage("unknown or without a value: " + name);
            }
            values.computeIfAbsent(name.substring(2), key -> new ArrayList<>()).add(words.get(i + 1));
        }
        return new Options(values);
    }

    Optional<String> one(String name) throws BadUsage {
        List<String> found = values.getOrDefault(name, List.of());
        if (found.size() > 1) {
            throw new BadUsage("given twice: --" + name);
        }
        return found.stream().findFirst();
    }

    String need(String name) throws BadUsage {
        return one(name).orElseThrow(() -> new BadUsage("--" + name + " is needed"));
    }

    Optional<Path> path(String name) throws BadUsage {
        Optional<String> value = one(name);
        return value.isEmpty() ? Optional.empty() : Optional.of(path(name, value.get()));
    }

    Path needPath(String name) throws BadUsage {
        return path(name, need(name));
    }

    List<Path> paths(String name) throws BadUsage {
        List<Path> paths = new ArrayList<>();
        for (String value : values.getOrDefault(name, List.of())) {
            paths.add(path(name, value));
        }
        return paths;
    }

    Optional<LocalDate> day(String name) throws BadUsage {
        Optional<String> value = one(name);
        try {
            return value.map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw new BadUsage("--" + name + " is no day of the form YYYY-MM-DD");
        }
    }

    private static Path path(String name, String value) throws BadUsage {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new BadUsage("--" + name + " is no path");
        }
    }
}
