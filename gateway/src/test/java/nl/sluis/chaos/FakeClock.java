package nl.sluis.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The clock of a process, set from outside by libfaketime (Debian package faketime) while the process runs. It makes a process slow,
 * so it is there only while clocks jump.
 *
 * @param file says how far the clock is off
 */
record FakeClock(Path library, Path file) {

    /** Empty where libfaketime is not installed. */
    static Optional<FakeClock> at(Path file) throws IOException {
        Path libraries = Path.of("/usr/lib");
        if (!Files.isDirectory(libraries)) {
            return Optional.empty();
        }
        try (Stream<Path> found =
                Files.find(libraries, 3, (path, attributes) -> path.endsWith("faketime/libfaketimeMT.so.1"))) {
            return found.findFirst().map(library -> new FakeClock(library, file));
        }
    }

    /** The environment of a process whose clock this is. */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKETIME_TIMESTAMP_FILE", file.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                // Only what people call the time; how long something takes stays true
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "DONT_FAKE_MONOTONIC", "1");
    }

    /** From now on, give or take a second, it is so many hours ahead, or behind. */
    void set(int hours) throws IOException {
        Path next = file.resolveSibling("clock.next");
        Files.writeString(next, (hours < 0 ? "-" : "+") + Math.abs(hours) + "h\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
