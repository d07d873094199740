package nl.sluis.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What nodes and databases used.
 *
 * @param nodeMillis CPU of the nodes, as Linux counts it ({@code proc(5)}), in steps of 10 ms
 * @param databaseMillis the same of the database servers with their sessions, also those that ended
 * @param logged bytes of write-ahead log of the databases: what every commit must bring to the disk
 */
record Usage(long nodeMillis, long databaseMillis, long logged) {

    private static final int MILLIS_PER_TICK = 10;
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int ENDED_USER = 13;
    private static final int ENDED_SYSTEM = 14;

    static Usage of(Course course) throws IOException {
        long nodes = 0;
        for (ProcessHandle node : course.nodes()) {
            nodes += used(stat(node.pid()));
        }
        long databases = 0;
        for (ProcessHandle server : course.databases()) {
            List<String> own = stat(server.pid());
            databases += used(own) + number(own, ENDED_USER) + number(own, ENDED_SYSTEM);
            for (long session : children(server.pid())) {
                databases += used(stat(session));
            }
        }
        return new Usage(nodes * MILLIS_PER_TICK, databases * MILLIS_PER_TICK, course.logged());
    }

    /** What was used since an earlier look. */
    Usage since(Usage before) {
        return new Usage(
                nodeMillis - before.nodeMillis, databaseMillis - before.databaseMillis, logged - before.logged);
    }

    private static Collection<Long> children(long pid) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::valueOf)
                    .filter(other -> number(stat(other), PARENT) == pid)
                    .toList();
        }
    }

    /** What stands behind the name, which may have spaces; empty for a process that is gone. */
    private static List<String> stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static long used(List<String> stat) {
        return number(stat, USER) + number(stat, SYSTEM);
    }

    private static long number(List<String> stat, int at) {
        return stat.isEmpty() ? 0 : Long.parseLong(stat.get(at));
    }
}
