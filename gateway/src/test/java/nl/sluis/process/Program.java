package nl.sluis.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The program in processes of its own: the main class that {@code ./sluis} execs, on the class path of this build, since the
 * product's jar is not there yet when tests run; or of the jar that {@code chaos.program} names. {@code .ci/two-nodes} does the same through
 * {@code ./sluis} itself.
 */
public final class Program {

    /** In the environment of a process that is to write down for the next ones what a start needs. */
    static final String LEARN = "SLUIS_TEST_LEARN";

    private static final String MAIN = "nl.sluis.cli.Sluis";

    /** What is on the class path for tests only. */
    private static final Pattern FOR_TESTS = Pattern.compile(
            ".*(test-classes|[/\\\\](junit|jqwik|mockito|assertj|awaitility"
                    + "|wiremock|playwright|driver|archunit|spring-test|spring-boot[a-z-]*-test|spring-modulith|json-path|surefire)[^/\\\\]*)");

    /** The first JDK that writes what it learnt of a run for the next ones in one step (JEP 514). */
    private static final int LEARNS = 25;

    private final Path home;
    private final Path arguments;
    private final PackedClasses classes;

    /**
     * Writes the arguments of Java.
     *
     * @param home where it runs and what it says goes
     */
    public Program(Path home) throws IOException {
        // A short life: no time for the optimising compiler to pay itself back
        this(home, List.of("-XX:TieredStopAtLevel=1", "-Xmx512m"));
    }

    /**
     * As {@link #Program(Path)}, for one that lives longer.
     *
     * @param options of Java
     */
    public Program(Path home, List<String> options) throws IOException {
        this.home = home;
        this.arguments = home.resolve("java.args");
        this.classes = PackedClasses.of(Arrays.stream(
                        System.getProperty("chaos.program", classPath()).split(File.pathSeparator))
                .filter(entry -> !entry.isBlank() && !FOR_TESTS.matcher(entry).matches())
                .map(Path::of)
                .toList());
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                "\"" + classes.classPath().replace("\\", "\\\\") + "\""));
        Files.write(arguments, all);
    }

    /** What a command gave back. */
    public record Ran(int exitCode, String output) {}

    /**
     * Makes the next starts of all test processes faster, as {@code ./sluis warm} does, when that is possible and nobody did it yet.
     *
     * @param onceThrough starts a node and stops it again, with {@link #LEARN} in its environment
     */
    void learn(PackedClasses.Once onceThrough) throws IOException {
        if (Runtime.version().feature() >= LEARNS) {
            classes.alone(() -> {
                if (!Files.exists(classes.learnt())) {
                    onceThrough.run();
                    if (Files.exists(classes.learning())) {
                        Files.move(classes.learning(), classes.learnt());
                    }
                }
            });
        }
    }

    /** Starts it, with more in its environment; what it says goes to a file. */
    Process start(Path log, Map<String, String> environment, String... command) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("@" + arguments);
        if (Files.exists(classes.learnt())) {
            line.add("-XX:AOTCache=" + classes.learnt());
        } else if (environment.containsKey(LEARN)) {
            line.add("-XX:AOTCacheOutput=" + classes.learning());
        }
        line.add(MAIN);
        line.addAll(List.of(command));
        ProcessBuilder process = new ProcessBuilder(line)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        process.environment().putAll(environment);
        return endingWithUs(process.start());
    }

    /** Runs a command to its end. */
    public Ran run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(home, "output", ".txt");
        Process process = start(output, Map.of(), command);
        if (!process.waitFor(NodeProcess.CEILING.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("no end of " + String.join(" ", command));
        }
        return new Ran(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    /** A process that does not outlive this one, also when this one is stopped halfway. */
    static Process endingWithUs(Process process) {
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    // Surefire may hand the class path over in the manifest of a jar
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
