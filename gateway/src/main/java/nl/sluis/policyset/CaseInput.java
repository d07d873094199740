package nl.sluis.policyset;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the cases that a command was given, from a file or from standard input. */
final class CaseInput {

    private final String command;
    private final InputStream in;
    private final PrintStream err;

    CaseInput(String command, InputStream in, PrintStream err) {
        this.command = command;
        this.in = in;
        this.err = err;
    }

    /** The bytes of a file, or of standard input for {@code -}; empty when it cannot be read, which is said. */
    Optional<byte[]> bytes(String file) {
        try {
            return Optional.of(file.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(file)));
        } catch (IOException | InvalidPathException e) {
            err.println(command + ": cannot read " + file);
            return Optional.empty();
        }
    }

    // The text of the exception may quote the input, which may be personal data; only the place is told.
    /** The JSON in bytes; empty when it is none, and the place is said. */
    Optional<JsonNode> parse(byte[] bytes) {
        try {
            JsonNode node = CaseJson.mapper().readTree(bytes);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JacksonException e) {
            err.println(command + ": the input is no JSON" + place(e));
            return Optional.empty();
        }
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : " at line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }
}
