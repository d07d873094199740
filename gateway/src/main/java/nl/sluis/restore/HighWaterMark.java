package nl.sluis.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.sluis.audit.AuditReach;
import org.jspecify.annotations.Nullable;

/** A file outside the database that says how far the audit had come: {@code n}, hash and time, one a line. */
record HighWaterMark(Path file) {

    private static final int LINES = 3;

    /** What it says, and when it was written. */
    record Reading(AuditReach.Entry tip, Instant at) {}

    /**
     * What it says; empty when there is none yet.
     *
     * @throws IllegalStateException naming the setting, when it says nothing that can be understood
     */
    Optional<Reading> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() == LINES) {
                return Optional.of(new Reading(
                        new AuditReach.Entry(Long.parseLong(lines.getFirst()), lines.get(1)),
                        Instant.parse(lines.getLast())));
            }
        } catch (IOException | NumberFormatException | DateTimeException e) {
            throw unusable(e);
        }
        throw unusable(null);
    }

    /** Written whole or not at all. */
    void write(AuditReach.Entry tip, Instant at) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, List.of(Long.toString(tip.n()), tip.hash(), at.toString()));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static IllegalStateException unusable(@Nullable Exception cause) {
        return new IllegalStateException(
                RestoreSettings.MARK + ": this file cannot be understood; remove it only after a look at the audit",
                cause);
    }
}
