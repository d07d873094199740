package nl.sluis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The PostgreSQL server of a data directory as its pid file tells it; a killed node leaves it running. */
final class LeftOverServer {

    /** Lines of postmaster.pid (PostgreSQL, src/include/utils/pidfile.h). */
    private static final int DIRECTORY_LINE = 1;

    private static final int PORT_LINE = 3;

    private static final Duration FAST = Duration.ofSeconds(20);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);
    private static final long LOOK_AGAIN_MILLIS = 20;

    private LeftOverServer() {}

    /** The port of the server that runs on this data directory. */
    static Optional<String> port(Path data) throws IOException {
        List<String> pidFile = pidFile(data);
        return running(pidFile)
                .filter(server -> pidFile.size() > PORT_LINE)
                .map(server -> pidFile.get(PORT_LINE).strip());
    }

    /**
     * Stops the server that runs on this data directory.
     *
     * @throws IOException when it does not stop: a second one beside it would ruin the data
     */
    static void stop(Path data) throws IOException {
        List<String> pidFile = pidFile(data);
        Optional<ProcessHandle> server = running(pidFile);
        // SIGINT does not wait for the sessions of others, as SIGTERM does; SIGQUIT leaves the rest to recovery
        if (server.isPresent() && !ends(server.get(), "-INT", FAST) && !ends(server.get(), "-QUIT", IMMEDIATE)) {
            throw new IOException("the database server that was left running does not stop");
        }
        if (server.isEmpty() && !isGone(pidFile)) {
            // PostgreSQL clears up after a process that is gone; not when another program has its number, or there is
            // none
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        }
    }

    private static List<String> pidFile(Path data) throws IOException {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** The process that wrote the file: its number may be another program's by now, or another PostgreSQL's. */
    private static Optional<ProcessHandle> running(List<String> pidFile) {
        return process(pidFile)
                .filter(LeftOverServer::isRunning)
                .filter(found -> found.info()
                        .arguments()
                        .map(List::of)
                        .map(arguments -> pidFile.size() > DIRECTORY_LINE
                                && arguments.contains(
                                        pidFile.get(DIRECTORY_LINE).strip()))
                        .orElse(true));
    }

    private static boolean isGone(List<String> pidFile) {
        return number(pidFile).isPresent() && process(pidFile).isEmpty();
    }

    private static Optional<ProcessHandle> process(List<String> pidFile) {
        return number(pidFile).flatMap(ProcessHandle::of);
    }

    private static Optional<Long> number(List<String> pidFile) {
        return pidFile.stream()
                .limit(1)
                .map(String::strip)
                .filter(line -> line.matches("[0-9]{1,10}"))
                .map(Long::valueOf)
                .findFirst();
    }

    // One that has ended and that nobody has waited for yet still counts as alive, but has no command any more
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().orElse("").contains("postgres");
    }

    private static boolean ends(ProcessHandle server, String signal, Duration patience) throws IOException {
        try {
            new ProcessBuilder("kill", signal, Long.toString(server.pid()))
                    .start()
                    .waitFor();
            Instant end = Instant.now().plus(patience);
            while (isRunning(server) && Instant.now().isBefore(end)) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
            return !isRunning(server);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for a database server that was left running", e);
        }
    }
}
