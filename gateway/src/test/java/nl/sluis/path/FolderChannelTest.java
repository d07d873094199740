package nl.sluis.path;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.sluis.seal.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A system that leaves files in a folder, also when it leaves the wrong ones, and a node that stops half-way. */
@ExtendWith(NodesExtension.class)
class FolderChannelTest {

    private static final Duration CEILING = Duration.ofSeconds(60);
    private static final Pattern MESSAGE = Pattern.compile("(?<= )[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}");
    private static final String HEADER =
            "Dossier;Voornaam;Achternaam;Geboren;Telefoon;Onderwerp;Wat is gezien;Datum;Status\n";

    /** Of nobody; the channel must never say it. */
    private static final String PERSONAL = "vera-van-doorn";

    private final SchoolAlone node;
    private final Path csv;
    private final Path orders;
    private final Path reports;
    private final Heard heard = new Heard();

    FolderChannelTest(SchoolAlone node) {
        this.node = node;
        this.csv = node.folders().of(SchoolFolders.SYSTEM);
        this.orders = node.folders().of(SchoolFolders.ORDERS);
        this.reports = node.folders().of(SchoolFolders.REPORTS);
    }

    @AfterEach
    void nothingPersonalWasLogged() {
        heard.close();
        assertThat(heard.text()).doesNotContain(PERSONAL, "Doorn", "slaperig");
    }

    @Test
    void theExampleOfThePageIsTakenAndAnsweredAsThePageSays() throws IOException {
        drop(csv, "export.csv", SchoolFolders.example());

        String answer = Files.readString(answered(csv, "done", "export.csv"));

        assertThat(MESSAGE.matcher(answer).replaceAll("ID").replace("\r\n", "\n"))
                .isEqualTo(SchoolFolders.exampleAnswer());
        assertThat(audited(messages(answer).getFirst())).contains("system:kinderopvang", "reporter");
    }

    @Test
    void aFileOfWhichARowIsRepairedSubmitsNothingTwice() throws IOException {
        String good = HEADER + row("1-3-2017") + row("12-9-2016");
        long before = outgoing();
        drop(csv, PERSONAL + ".csv", good.replace("12-9-2016", "31-9-2016"));
        String first = Files.readString(answered(csv, "failed", PERSONAL + ".csv"));
        assertThat(first).contains("/row[3]/Geboren NOT_A_DATE").contains(";REVIEW ");
        assertThat(outgoing()).isEqualTo(before + 1);

        drop(csv, PERSONAL + ".csv", good);
        String second = Files.readString(answered(csv, "done", PERSONAL + ".csv"));
        assertThat(messages(second)).hasSize(2).containsAll(messages(first));
        assertThat(outgoing()).isEqualTo(before + 2);

        drop(csv, PERSONAL + "-again.csv", good);
        Path again = answered(csv, "done", PERSONAL + "-again.csv");
        assertThat(Files.readString(again)).as("the answer of before").isEqualTo(second);
        assertThat(outgoing()).isEqualTo(before + 2);
    }

    @Test
    void whoStopsBetweenSubmittingAndMovingSubmitsNothingTwice() throws IOException {
        String content = HEADER + row("1-3-2017");
        // As a kill leaves it: decided about and kept, and the file where it was
        Path inTheWay =
                Files.writeString(Files.createDirectories(csv.resolve("done")).resolve(number(content)), "");
        long before = outgoing();
        drop(csv, "stopped.csv", content);
        await().atMost(CEILING).until(this::outgoing, count -> count == before + 1);
        await().atMost(CEILING).until(() -> health().contains("NOT_WRITTEN"));
        assertThat(csv.resolve("stopped.csv")).exists();

        Files.delete(inTheWay);

        assertThat(messages(Files.readString(answered(csv, "done", "stopped.csv"))))
                .hasSize(1);
        assertThat(outgoing()).isEqualTo(before + 1);
        await().atMost(CEILING).until(() -> !health().contains("NOT_WRITTEN"));
    }

    @Test
    void whatWasDeniedIsDecidedAnewWhenItComesAgainAndGoesOnce() throws IOException {
        String child = "order-" + UUID.randomUUID();
        String message = EndedBasisTest.onOrder(child);
        drop(orders, "a.json", message);
        Path first = answered(orders, "done", "a.json");
        assertThat(Files.readString(first)).contains("\"outcome\":\"DENY\"");
        EndedBasisTest.ordered(node, child, Samples.today().plusMonths(3));
        long before = outgoing();

        drop(orders, "b.json", message);
        String second = Files.readString(answered(orders, "done", "b.json"));
        assertThat(second).contains("\"outcome\":\"PERMIT\"");
        drop(orders, "c.json", message);
        assertThat(Files.readString(answered(orders, "done", "c.json"))).isEqualTo(second);
        assertThat(outgoing()).isEqualTo(before + 1);
    }

    static Stream<List<Object>> hostile() throws IOException {
        String entity = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>";
        String laughs = "<!DOCTYPE a [<!ENTITY a \"" + "ha".repeat(50) + "\"><!ENTITY b \"" + "&a;".repeat(50)
                + "\">]><a>" + "&b;".repeat(50) + "</a>";
        return Stream.of(
                List.of("csv", bomb(), "CONTROL_CHARACTER NOT_UTF8 NUL NOT_CSV"),
                List.of("csv", (HEADER + row("1-3-2017")).getBytes(UTF_16), "NOT_UTF8"),
                List.of("csv", new byte[0], "NO_HEADER EMPTY"),
                List.of("csv", (HEADER + row("1-3-2017").strip()).getBytes(UTF_8), "CUT_OFF"),
                List.of("csv", (HEADER + "=1+1;" + row("1-3-2017")).getBytes(UTF_8), "RAGGED_ROW"),
                List.of("reports", entity.getBytes(UTF_8), "DOCTYPE NOT_XML"),
                List.of("reports", laughs.getBytes(UTF_8), "DOCTYPE NOT_XML"),
                List.of("orders", "{\"kind\":".getBytes(UTF_8), "NOT_JSON"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aFileThatCannotBeReadFailsWithItsReasonInItsOwnLanguage(List<Object> sample) throws IOException {
        Path folder = sample.get(0).equals("csv") ? csv : sample.get(0).equals("orders") ? orders : reports;
        long before = outgoing();
        drop(folder, PERSONAL, (byte[]) sample.get(1));

        Path answer = answered(folder, "failed", PERSONAL);

        assertThat(Files.readString(answer)).containsAnyOf(((String) sample.get(2)).split(" "));
        assertThat(answer.getFileName())
                .hasToString("sluis-answer." + (folder == csv ? "csv" : folder == orders ? "json" : "xml"));
        if (folder == reports) {
            assertThat(Files.readString(answer)).contains("Fo01").doesNotContain("root:");
        }
        assertThat(outgoing()).isEqualTo(before);
        Files.delete(answer.resolveSibling(PERSONAL));
    }

    @Test
    void followsNoLinkAndReadsNoMoreThanItsLimit() throws IOException {
        Path secret = Files.writeString(csv.resolveSibling("secret.csv"), HEADER + row("1-3-2017"));
        long before = outgoing();
        Files.createSymbolicLink(csv.resolve("link.csv"), secret);
        Path link = answered(csv, "failed", "link.csv");
        assertThat(Files.readString(link)).contains("NOT_A_FILE");
        assertThat(Files.isSymbolicLink(link.resolveSibling("link.csv"))).isTrue();

        Path sparse = csv.resolve(".huge");
        try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
            file.setLength(2L << 30);
        }
        Files.move(sparse, csv.resolve("huge.csv"));
        Path huge = answered(csv, "failed", "huge.csv");
        assertThat(Files.readString(huge)).contains("TOO_LARGE");
        Files.delete(huge.resolveSibling("huge.csv"));
        Files.createSymbolicLink(csv.resolve("sluis-answer.csv"), secret);
        await().atMost(CEILING).until(() -> !Files.exists(csv.resolve("sluis-answer.csv"), LinkOption.NOFOLLOW_LINKS));
        answered(csv, "failed", "document");
        assertThat(outgoing()).isEqualTo(before);
    }

    @Test
    void putsNothingWhereALinkLeads() throws IOException {
        Path elsewhere = Files.createDirectory(orders.resolveSibling("elsewhere-" + UUID.randomUUID()));
        await().atMost(CEILING).until(() -> Files.isDirectory(orders.resolve("failed")));
        Path aside = Files.move(orders.resolve("failed"), orders.resolveSibling("aside-" + UUID.randomUUID()));
        Files.createSymbolicLink(orders.resolve("failed"), elsewhere);
        drop(orders, "x.json", "{");

        await().atMost(CEILING).until(() -> health().contains("PLACE_TAKEN"));

        Files.delete(orders.resolve("failed"));
        Files.move(aside, orders.resolve("failed"));
        answered(orders, "failed", "x.json");
        assertThat(elsewhere).isEmptyDirectory();
        await().atMost(CEILING).until(() -> !health().contains("PLACE_TAKEN"));
    }

    @Test
    void saysThatAFolderIsAwayAndGoesOnWhenItIsBack() throws IOException {
        Path away = Files.move(orders, orders.resolveSibling("away"));
        await().atMost(CEILING).until(() -> health().contains("NO_FOLDER"));
        assertThat(heard.text()).contains("channel orders brings no documents: NO_FOLDER");
        Files.move(away, orders, StandardCopyOption.ATOMIC_MOVE);
        await().atMost(CEILING).until(() -> !health().contains("NO_FOLDER"));
        drop(orders, "back.json", "[]");
        answered(orders, "failed", "back.json");
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.csv"));
            zip.write(new byte[5_000_000]);
        }
        return bytes.toByteArray();
    }

    private static String row(String born) {
        return "D-%s;Vera;van Doorn;%s;;thuis;Was slaperig.;16-11-2026;open\n".formatted(UUID.randomUUID(), born);
    }

    private static void drop(Path folder, String name, String content) throws IOException {
        drop(folder, name, content.getBytes(UTF_8));
    }

    private static void drop(Path folder, String name, byte[] content) throws IOException {
        Files.move(Files.write(folder.resolve("." + name), content), folder.resolve(name));
    }

    /** The answer beside a file of that name, when it has been dealt with. */
    private static Path answered(Path folder, String place, String name) {
        await().atMost(CEILING).until(() -> !Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS));
        try (Stream<Path> found = Files.find(
                folder.resolve(place),
                2,
                (path, is) -> path.getFileName().toString().equals(name))) {
            Path own = found.max((a, b) -> modified(a).compareTo(modified(b))).orElseThrow();
            try (Stream<Path> beside = Files.list(own.getParent())) {
                return beside.filter(file -> file.getFileName().toString().startsWith("sluis-answer."))
                        .findFirst()
                        .orElseThrow();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String number(String content) {
        return Sha256.hex(Sha256.of((SchoolFolders.SYSTEM + "\n" + content).getBytes(UTF_8)))
                .substring(0, 16);
    }

    private static List<String> messages(String answer) {
        return MESSAGE.matcher(answer).results().map(found -> found.group()).toList();
    }

    private long outgoing() {
        return node.part(JdbcClient.class)
                .sql("SELECT count(*) FROM outgoing WHERE form = 'MESSAGE'")
                .query(Long.class)
                .single();
    }

    private String audited(String message) {
        return node.part(JdbcClient.class)
                .sql("SELECT string_agg(detail::text, ' ') FROM audit_entry WHERE message_id = ?")
                .param(message)
                .query(String.class)
                .single();
    }

    private String health() throws IOException {
        URI address = node.management().resolve("/actuator/health/channels");
        try (var in = address.toURL().openStream()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
