package nl.sluis.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.process.FreePorts;

/** Plays {@code ./sluis demo --once} in a Java of its own, with or without something broken in front of the product's classes. */
final class DemoProcess {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Pattern STEP = Pattern.compile("(?ms)^(\\d)\\. (.*?)(?=^\\d\\. |\\z)");
    private static final int[] POSITIONS = {0, 1, 2, 3, 4, 5, 6, 100, 101, 102, 103, 104, 105, 106};

    private final Path root;
    private final List<String> before = new ArrayList<>();
    private Duration patience = Duration.ofMinutes(1);

    DemoProcess(Path root) {
        this.root = root;
    }

    /** How it ended, what was said in each step, and the databases that still ran. */
    record Played(int exitCode, Map<Integer, String> steps, List<Path> databasesLeft) {

        List<Integer> notAsTold() {
            return saying("NOT AS TOLD");
        }

        List<Integer> saying(String text) {
            return steps.entrySet().stream()
                    .filter(step -> step.getValue().contains(text))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /** Puts a folder in front of everything else on the class path. */
    DemoProcess with(Path folder) {
        before.add(folder.toString());
        return this;
    }

    /** How long a message that does not arrive is waited for. */
    DemoProcess waiting(Duration time) {
        patience = time;
        return this;
    }

    Played play() throws IOException, InterruptedException {
        Path output = root.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dsluis.root=" + root,
                        "-Dsluis.demo.patience=" + patience,
                        "-cp",
                        classPath(),
                        Main.class.getName(),
                        "--once")
                .redirectOutput(output.toFile())
                .redirectError(root.resolve("errors.txt").toFile());
        builder.environment().put("SLUIS_DEMO_PORT", String.valueOf(FreePorts.base(POSITIONS)));
        Process process = builder.start();
        try {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("the demo did not end: " + Files.readString(output));
            }
            return new Played(process.exitValue(), steps(Files.readString(output)), databases());
        } finally {
            process.destroyForcibly().waitFor();
            for (Path database : databases()) {
                stop(database);
            }
        }
    }

    private static Map<Integer, String> steps(String output) {
        return STEP.matcher(output)
                .results()
                .collect(Collectors.toMap(
                        step -> Integer.valueOf(step.group(1)),
                        MatchResult::group,
                        (one, other) -> other,
                        TreeMap::new));
    }

    // Without the tests: a node takes in what it finds below its own package
    private String classPath() {
        return Stream.concat(
                        before.stream(),
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entry -> !Path.of(entry).endsWith("test-classes")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    // PostgreSQL takes this file away when it stops
    private List<Path> databases() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.endsWith("postmaster.pid")).toList();
        }
    }

    private static void stop(Path database) throws IOException {
        long id = Long.parseLong(Files.readAllLines(database).getFirst().trim());
        ProcessHandle.of(id)
                .filter(found -> found.info().command().orElse("").contains("postgres"))
                .ifPresent(found -> {
                    found.destroy();
                    found.onExit().orTimeout(30, TimeUnit.SECONDS).join();
                });
    }
}
