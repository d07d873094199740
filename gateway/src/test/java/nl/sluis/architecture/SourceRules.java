package nl.sluis.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules on what classes do not show: the sources are searched. */
final class SourceRules {

    private static final Pattern BROAD_CATCH =
            Pattern.compile("catch\\s*\\((?:final\\s+)?[^)]*\\b(Exception|RuntimeException|Throwable|Error)\\b");
    private static final Pattern AUDIT_TABLE =
            Pattern.compile("\\baudit_(entry|tip|tile|tree)\\b", Pattern.CASE_INSENSITIVE);

    /**
     * The loops and the queue that feeds them: what fails there is tried again, and the loop goes on. And the two places where
     * bytes of strangers meet a parser of others, which answers them with exceptions of any sort.
     */
    private static final Set<String> EDGES = Set.of(
            "outbox/Dispatcher.java",
            "receive/Inbox.java",
            "channel/WorkChannel.java",
            "seal/Cms.java",
            "seal/DetachedCms.java",
            "seal/TimeStamps.java",
            "inforce/SetWatch.java",
            "inforce/Shadow.java",
            "seal/ChunkOpener.java",
            "seal/Opener.java",
            "seal/SmimeMailbox.java");

    private SourceRules() {}

    /** Where more is caught than is known what to do with. */
    static List<String> broadCatches(Path root) throws IOException {
        return found(root, BROAD_CATCH).stream()
                .filter(place -> EDGES.stream().noneMatch(edge -> place.startsWith(edge + ":")))
                .toList();
    }

    /** Where a table of the audit is named by another package; the demo's intruder names one. */
    static List<String> auditTables(Path root) throws IOException {
        return found(root, AUDIT_TABLE).stream()
                .filter(place -> !place.startsWith("audit/") && !place.startsWith("demo/AuditStep.java"))
                .toList();
    }

    private static List<String> found(Path root, Pattern pattern) throws IOException {
        List<String> places = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                pattern.matcher(text).results().forEach(hit -> {
                    long line = text.substring(0, hit.start()).lines().count();
                    places.add(root.relativize(file).toString().replace('\\', '/') + ":" + line);
                });
            }
        }
        return places;
    }
}
