package nl.sluis.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The working copy that is being tested: its root, its documents and its launcher. */
final class Repository {

    private static final int WAIT_SECONDS = 120;
    private static final Pattern SHELL_BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");

    private Repository() {}

    /** What a command gave back. */
    record Ran(int exitCode, String output, String errors) {}

    static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(directory.resolve("sluis"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new IllegalStateException("Not inside a working copy: no ./sluis above " + Path.of(""));
            }
        }
        return directory;
    }

    /** Every document of the project, not what a build or another program left behind. */
    static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        try (Stream<Path> top = Files.list(root())) {
            top.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
        }
        try (Stream<Path> pages = Files.walk(root().resolve("docs"))) {
            pages.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
        }
        return documents;
    }

    /** The commands in the fenced {@code sh} blocks, with continued lines joined. */
    static List<String> commands(Path document) throws IOException {
        List<String> commands = new ArrayList<>();
        Matcher blocks = SHELL_BLOCK.matcher(Files.readString(document));
        while (blocks.find()) {
            blocks.group(1)
                    .replaceAll("\\\\\\n\\s*", "")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(commands::add);
        }
        return commands;
    }

    static Ran run(Path directory, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("output", ".txt");
        Path errors = Files.createTempFile("errors", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            if (!process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("No end within " + WAIT_SECONDS + " s: " + command);
            }
            return new Ran(
                    process.exitValue(),
                    Files.readString(output, StandardCharsets.UTF_8),
                    Files.readString(errors, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }
}
