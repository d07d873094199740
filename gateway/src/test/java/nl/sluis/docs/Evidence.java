package nl.sluis.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a page of documentation leans on: tests as {@code `SomeTest.aMethod`}, classes as {@code `package.Class`}. */
final class Evidence {

    private static final List<String> MODULES = List.of("policies", "adapters", "certs-dev", "gateway");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final Pattern CLASS = Pattern.compile("`((?:[a-z]+\\.)+[A-Z]\\w*)`");
    private static final Pattern METHOD = Pattern.compile("(?m)^    (?:public )?(?:void|Stream<\\w+>) (\\w+)\\(");

    private final Map<String, Set<String>> tests = new HashMap<>();
    private final Set<String> classes = new HashSet<>();

    private Evidence() {}

    /** All tests and classes of the working copy. */
    static Evidence ofTheWorkingCopy() throws IOException {
        Evidence evidence = new Evidence();
        for (String module : MODULES) {
            Path sources = Repository.root().resolve(module).resolve("src");
            each(sources.resolve("test/java"), evidence::test);
            each(sources.resolve("main/java"), file -> evidence.type(sources.resolve("main/java/nl/sluis"), file));
        }
        return evidence;
    }

    /** How many tests a text names. */
    static long named(String text) {
        return TEST.matcher(text).results().count();
    }

    /** How many classes a text names. */
    static long classesNamed(String text) {
        return CLASS.matcher(text).results().count();
    }

    /** What a text names and is not there. */
    List<String> missing(String text) {
        return Stream.concat(
                        TEST.matcher(text).results().filter(found -> !isThere(found)),
                        CLASS.matcher(text).results().filter(found -> !classes.contains(found.group(1))))
                .map(MatchResult::group)
                .toList();
    }

    private boolean isThere(MatchResult test) {
        return tests.getOrDefault(test.group(1), Set.of()).contains(test.group(2));
    }

    private void test(Path file) {
        METHOD.matcher(read(file))
                .results()
                .forEach(found -> tests.computeIfAbsent(name(file), name -> new HashSet<>())
                        .add(found.group(1)));
    }

    private void type(Path root, Path file) {
        if (file.startsWith(root)) {
            classes.add(
                    root.relativize(file.resolveSibling(name(file))).toString().replace('/', '.'));
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("\\.java$", "");
    }

    private static void each(Path directory, Consumer<Path> task) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(task);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
