package nl.sluis.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.sluis.process.SchoolSystem.Child;
import org.springframework.util.FileSystemUtils;

/**
 * 100 MB between two nodes that have hardly more memory than they need to run, of which each is killed on its way: what came
 * stays, nothing whole stands in memory anywhere, and it is delivered once. Part of {@code mvn -P chaos verify}; ends with an
 * error when anything of that is not so.
 */
public final class LargeAttachment {

    private static final int MEGABYTE = 1024 * 1024;
    private static final Pattern BEFORE_AND_AFTER = Pattern.compile("(\\d+)M->(\\d+)M\\(");
    private static final String CONCERN = """
            {"persons": [{"ref": "%1$s", "role": "CHILD", "given": "Kind", "family": "Demir", "birthDate": "2017-03-01"}],
             "concerns": [{"id": "sleep", "about": "%1$s", "lifeDomain": "LGZ", "text": "Slaapt slecht.",
                           "assertionType": "OBSERVED"}],
             "attachments": [{"id": "%2$s", "about": "%1$s", "category": "OBSERVATION", "lifeDomain": "LGZ",
                              "title": "Filmpje van het schoolplein"}]}""";

    private final Path home;
    private final TwoNodes nodes;
    private final int chunks;
    private final Path file;
    private final String sha256;
    private final List<String> told = new ArrayList<>();

    private LargeAttachment(Path home, int chunks, String heap) throws Exception {
        this.home = home;
        this.nodes = new TwoNodes(home);
        this.chunks = chunks;
        this.file = write(home.resolve("film.bin"), chunks * MEGABYTE - 13L);
        this.sha256 = sha256(Files.readAllBytes(file));
        Path arguments = home.resolve("java.args");
        // With the optimising compiler: without it encryption takes minutes
        Files.writeString(
                arguments,
                "-Xlog:gc:file=" + home.resolve("gc-%p.log") + "\n"
                        + Files.readString(arguments)
                                .replaceFirst("-Xmx\\w+", "-Xmx" + heap)
                                .replaceFirst("-XX:TieredStopAtLevel=1", "-XX:+TieredCompilation"));
        // Every request that reaches the recipient is counted, also what a killed node was just answering
        Files.writeString(nodes.team().configuration(), """
                "server.tomcat.accesslog.enabled": "true"
                "server.tomcat.accesslog.directory": "%s"
                "server.tomcat.accesslog.pattern": "%%m %%U %%s"
                "server.tomcat.accesslog.buffered": "false"
                """.formatted(home), StandardOpenOption.APPEND);
    }

    /**
     * Runs and prints what was measured.
     *
     * @param args how many MB (100) and how much heap each node has (160m)
     */
    public static void main(String[] args) throws Exception {
        int chunks = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        String heap = args.length > 1 ? args[1] : "160m";
        Path home = Files.createTempDirectory("sluis-large");
        LargeAttachment run = new LargeAttachment(home, chunks, heap);
        try {
            run.nodes.startBoth();
            run.comesWholeAlthoughBothNodesAreKilled();
            run.isDroppedAtOnceWhenItIsWithdrawnHalfWay();
            run.tell("heap: " + heap + " for each node, " + run.heap());
        } finally {
            run.nodes.close();
            run.told.forEach(line -> System.out.println("large: " + line));
        }
        FileSystemUtils.deleteRecursively(home);
        System.exit(0);
    }

    private void comesWholeAlthoughBothNodesAreKilled() throws Exception {
        consented(Child.MILA);
        long begin = System.nanoTime();
        String attachment = upload();
        tell(chunks + " MB uploaded in " + since(begin));

        begin = System.nanoTime();
        String message = reports(Child.MILA, attachment);
        awaitChunks(chunks * 3L / 10);
        nodes.school().kill();
        long atTheFirst = nodes.team().database().count("attachment_chunk");
        assertThat(atTheFirst).isLessThan(chunks);
        nodes.school().start();
        awaitChunks(Math.max(atTheFirst + 1, chunks * 6L / 10));
        nodes.team().kill();
        long atTheSecond = nodes.team().database().count("attachment_chunk");
        assertThat(atTheSecond).isGreaterThan(atTheFirst).isLessThan(chunks);
        nodes.team().start();
        assertThat(nodes.team().database().count("attachment_chunk")).isGreaterThanOrEqualTo(atTheSecond);

        nodes.awaitState(message, "DELIVERED");
        tell("sender killed after " + atTheFirst + " chunks, recipient after " + atTheSecond + ", delivered after "
                + since(begin) + " with both restarts");
        nodes.assertDeliveredOnce(message);
        String item = nodes.feed(message).getFirst().path("id").asString();
        NodeApi.Answer got = nodes.attachment(item, attachment);
        assertThat(got.status()).isEqualTo(200);
        assertThat(sha256(got.body())).isEqualTo(sha256);
        long taken = requests(message, "204");
        long all = requests(message, "\\d+");
        tell(chunks + " chunks needed, " + all + " brought, " + taken
                + " taken; the hash at the end is that of the file");
        // A kill may lose the answer to one chunk, which is then taken already or brought again
        assertThat(taken).isBetween(chunks - 1L, chunks + 1L);
        assertThat(all).isBetween(chunks - 1L, chunks + 3L);
    }

    private void isDroppedAtOnceWhenItIsWithdrawnHalfWay() throws Exception {
        String consent = consented(Child.NOOR);
        long before = nodes.team().database().count("attachment_chunk");
        String message = reports(Child.NOOR, upload());
        awaitChunks(before + chunks * 3L / 10);
        nodes.schoolSystem().withdraws("kerem", consent);
        long begin = System.nanoTime();
        nodes.awaitState(message, "WITHDRAWN");
        long there = nodes.team().database().count("attachment_chunk") - before;
        String stopped = since(begin);
        await().atMost(NodeProcess.CEILING).until(() -> nodes.team().database().count("attachment_chunk") == before);
        tell("withdrawn half-way: stopped after " + stopped + " with " + there + " chunks at the recipient or fewer,"
                + " none left after " + since(begin));
        assertThat(nodes.team().database().received(message)).isEmpty();
        assertThat(nodes.feed(message)).isEmpty();
    }

    private String consented(Child child) throws IOException, InterruptedException {
        nodes.schoolSystem().knows(child);
        nodes.schoolSystem().consents("sanne", child);
        return nodes.schoolSystem().consents("kerem", child);
    }

    private String upload() throws IOException, InterruptedException {
        NodeApi.Answer uploaded = nodes.upload("/v1/attachments", Map.of("Content-Type", "video/mp4"), file);
        assertThat(uploaded.status()).isEqualTo(201);
        assertThat(uploaded.text("sha256")).isEqualTo(sha256);
        return uploaded.text("id");
    }

    private String reports(Child child, String attachment) throws IOException, InterruptedException {
        NodeApi.Answer answer = nodes.schoolSystem()
                .node()
                .send(
                        "POST",
                        "/v1/messages",
                        Map.of(
                                "Content-Type",
                                "application/json;profile=school-concern",
                                "Sluis-Recipient",
                                nodes.schoolSystem().team()),
                        CONCERN.formatted(child.ref(), attachment));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("outcome")).isEqualTo("PERMIT");
        return answer.text("id");
    }

    private void awaitChunks(long atLeast) {
        await().atMost(NodeProcess.CEILING)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> nodes.team().database().count("attachment_chunk") >= atLeast);
    }

    private long requests(String message, String status) throws IOException {
        Pattern put = Pattern.compile("PUT /v1/exchange/" + message + "/attachments/.*/chunks/\\d+ " + status);
        return lines("access_log").filter(line -> put.matcher(line).matches()).count();
    }

    private String heap() throws IOException {
        long before = 0;
        long after = 0;
        for (String line : lines("gc-").toList()) {
            Matcher sizes = BEFORE_AND_AFTER.matcher(line);
            if (sizes.find()) {
                before = Math.max(before, Long.parseLong(sizes.group(1)));
                after = Math.max(after, Long.parseLong(sizes.group(2)));
            }
        }
        assertThat(before).isPositive();
        return "at most " + before + " MB before a collection and " + after + " MB after one";
    }

    private Stream<String> lines(String files) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> found = Files.list(home)) {
            for (Path each : found.filter(path -> path.getFileName().toString().startsWith(files))
                    .toList()) {
                lines.addAll(Files.readAllLines(each));
            }
        }
        return lines.stream();
    }

    private void tell(String line) {
        told.add(line);
        System.err.println("large: " + line);
    }

    private static Path write(Path path, long bytes) throws IOException {
        Random random = new Random(7);
        byte[] piece = new byte[MEGABYTE];
        try (OutputStream out = Files.newOutputStream(path)) {
            for (long left = bytes; left > 0; left -= piece.length) {
                random.nextBytes(piece);
                out.write(piece, 0, Math.toIntExact(Math.min(left, piece.length)));
            }
        }
        return path;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 100 / 10.0 + " s";
    }
}
