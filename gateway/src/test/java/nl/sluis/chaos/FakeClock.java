package nl.sluis.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The clock of a process, set from outside by libfaketime (Debian package faketime) while the process runs. */
final class FakeClock {

    private FakeClock() {}

    /**
     * The environment of a process whose clock a file sets; empty where libfaketime is not installed.
     *
     * @param file says how far the clock is off, such as {@code +2h}
     */
    static Optional<Map<String, String>> environment(Path file) throws IOException {
        Optional<Path> library = library();
        if (library.isEmpty()) {
            return Optional.empty();
        }
        Files.writeString(file, "+0h\n");
        return Optional.of(Map.of(
                "LD_PRELOAD", library.get().toString(),
                "FAKETIME_TIMESTAMP_FILE", file.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                // Only what people call the time; how long something takes stays true
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "DONT_FAKE_MONOTONIC", "1"));
    }

    private static Optional<Path> library() throws IOException {
        Path libraries = Path.of("/usr/lib");
        if (!Files.isDirectory(libraries)) {
            return Optional.empty();
        }
        try (Stream<Path> found =
                Files.find(libraries, 3, (path, attributes) -> path.endsWith("faketime/libfaketimeMT.so.1"))) {
            return found.findFirst();
        }
    }
}
