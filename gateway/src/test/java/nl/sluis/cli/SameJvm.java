package nl.sluis.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Commands of {@code ./sluis} in the JVM of the test, for tests that give many: a process of its own takes seconds to start. */
public final class SameJvm {

    private SameJvm() {}

    /** What a command gave back: its exit code, and all that it said. */
    public record Ran(int exitCode, String output) {}

    /** Runs a command to its end. */
    public static Ran run(String... command) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int exitCode = Sluis.run(command, InputStream.nullInputStream(), out, out);
        return new Ran(exitCode, said.toString(StandardCharsets.UTF_8));
    }
}
