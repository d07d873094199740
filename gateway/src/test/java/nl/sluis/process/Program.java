package nl.sluis.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The program in processes of its own: the main class that {@code ./sluis} execs, on the class path of this build, since there is
 * no jar yet when tests run. {@code .ci/two-nodes} does the same through {@code ./sluis} itself.
 */
final class Program {

    private static final String MAIN = "nl.sluis.cli.Sluis";

    /** What is on the class path for tests only. */
    private static final Pattern FOR_TESTS = Pattern.compile(
            ".*(test-classes|[/\\\\](junit|jqwik|mockito|assertj|awaitility"
                    + "|wiremock|playwright|driver|archunit|spring-test|spring-boot[a-z-]*-test|spring-modulith|json-path|surefire)[^/\\\\]*)");

    private final Path home;
    private final Path arguments;

    Program(Path home) throws IOException {
        this.home = home;
        this.arguments = home.resolve("java.args");
        String classPath = Arrays.stream(classPath().split(File.pathSeparator))
                .filter(entry -> !FOR_TESTS.matcher(entry).matches())
                .collect(Collectors.joining(File.pathSeparator));
        Files.write(
                arguments,
                List.of(
                        // A short life: no time for the optimising compiler to pay itself back
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        "\"" + classPath.replace("\\", "\\\\") + "\""));
    }

    /** What a command gave back. */
    record Ran(int exitCode, String output) {}

    Process start(Path log, String... command) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("@" + arguments);
        line.add(MAIN);
        line.addAll(List.of(command));
        return new ProcessBuilder(line)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    Ran run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(home, "output", ".txt");
        Process process = start(output, command);
        if (!process.waitFor(NodeProcess.CEILING.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("no end of " + String.join(" ", command));
        }
        return new Ran(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    // Surefire may hand the class path over in the manifest of a jar
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
