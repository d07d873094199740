package nl.sluis.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.Message;
import nl.sluis.feed.Cursor;
import nl.sluis.feed.Feed;
import nl.sluis.feed.FeedItemView;
import nl.sluis.feed.Viewer;
import nl.sluis.testing.Family;
import nl.sluis.testing.FeedSlice;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

@FeedSlice
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class FeedPageTest {

    private static final Viewer TEAM = new Viewer.Organisation();

    private static final String SCRIPT = "<script>alert('Mila')</script>";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Feed feed;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final int port;

    FeedPageTest(Feed feed, TransactionTemplate transaction, JdbcClient jdbc, @LocalServerPort int port) {
        this.feed = feed;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.port = port;
    }

    @AfterEach
    void hangUp() {
        http.shutdownNow();
    }

    @Test
    void showsWhoseNodeItIsAndThatItIsADemo() throws Exception {
        String page = get("/", "nl").body();

        assertThat(page)
                .contains("<html lang=\"nl\">", "<title>Berichten · Wijkteam Lindedam-Noord · Sluis</title>")
                .contains("<strong>DEMO</strong>", "Verzonnen gezinnen");
    }

    @Test
    void speaksEnglishToWhoAsksForItAndDutchToEveryoneElse() throws Exception {
        add(Family.concern("x").build());

        assertThat(get("/", "en-GB,en;q=0.8").body())
                .contains("<html lang=\"en\">", "<h1>Messages</h1>", "Concern")
                .doesNotContain("??", "Berichten");
        assertThat(get("/", "fr").body())
                .contains("<html lang=\"nl\">", "<h1>Berichten</h1>")
                .doesNotContain("??");
    }

    @Test
    void escapesWhateverAPartnerWrites() throws Exception {
        Message message = Family.message()
                .from(SCRIPT)
                .person("m\"><b>", HouseholdRole.CHILD)
                .named("m\"><b>", SCRIPT, "Demir", "2017-03-12")
                .said("m\"><b>", AssertionType.OBSERVED, SCRIPT)
                .section("m\"><b>", DataCategory.SCHOOL_PROGRESS, null, new Content.Carried("text/html", "<img src=x>"))
                .build();
        Cursor before = feed.latest(null, 1, TEAM).next();
        add(message);

        String page = get("/", "nl").body();
        String streamed = firstEvent("/feed/stream?since=" + before);

        assertThat(page).contains("&lt;script&gt;alert(").doesNotContain("<script>alert", "<img src=x", "\"><b>");
        assertThat(streamed).contains("&lt;script&gt;alert(").doesNotContain("<script>", "<img src=x", "\"><b>");
    }

    @Test
    void saysThatThereIsAMessageThatCannotBeRead() throws Exception {
        UUID id = add(Family.concern("Valt in slaap in de klas.").build());
        String path = "/?household=" + feed.find(id, TEAM).orElseThrow().household();
        byte[] content = jdbc.sql("SELECT content FROM feed_item WHERE id = ?")
                .param(id)
                .query((row, n) -> row.getBytes(1))
                .single();
        jdbc.sql("UPDATE feed_item SET content = 'x' WHERE id = ?").param(id).update();
        try {
            assertThat(get(path, "nl"))
                    .satisfies(page -> assertThat(page.statusCode()).isEqualTo(200))
                    .satisfies(page -> assertThat(page.body())
                            .contains("Eén bericht is binnengekomen maar kan hier niet worden gelezen.", "Van ")
                            .contains("id=\"empty\" hidden"));
            assertThat(get(path, "en").body()).contains("One message arrived but cannot be read here.");
        } finally {
            jdbc.sql("UPDATE feed_item SET content = ? WHERE id = ?")
                    .params(content, id)
                    .update();
        }
        assertThat(get(path, "nl").body()).doesNotContain("id=\"unreadable\"");
    }

    @Test
    void keepsFactsApartFromOpinionsAndHidesMostOfACitizenServiceNumber() throws Exception {
        UUID id = add(Family.concern("Valt in slaap in de klas.")
                .said("mila", AssertionType.PROFESSIONAL_OPINION, "Mogelijk te weinig nachtrust.")
                .build());

        String page = get("/?household=" + feed.find(id, TEAM).orElseThrow().household(), "nl")
                .body();
        String card = page.substring(page.indexOf("item-" + id));

        assertThat(card)
                .containsSubsequence(
                        "Feiten: gezien of gehoord",
                        "Valt in slaap",
                        "Oordeel van een professional",
                        "Mogelijk te weinig");
        assertThat(page).contains("••••••019").doesNotContain(Family.BSN_MILA);
    }

    @Test
    void saysOfEachFileThatNoScannerHasLookedAtIt() throws Exception {
        UUID looked = UUID.randomUUID();
        UUID never = UUID.randomUUID();
        Message message = Family.concern("Zie de bijlagen.")
                .file("mila", looked, "Gekeurd verslag")
                .file("mila", never, "Ongekeurde tekening")
                .build();
        scanned(message, looked, "CLEAN");
        scanned(message, never, "NOT_SCANNED");
        String path =
                "/?household=" + feed.find(add(message), TEAM).orElseThrow().household();

        assertThat(lineOf("Gekeurd verslag", get(path, "nl").body())).doesNotContain("virussen");
        assertThat(lineOf("Ongekeurde tekening", get(path, "nl").body()))
                .contains("<strong class=\"unscanned\">Niet op virussen gecontroleerd</strong>");
        assertThat(lineOf("Ongekeurde tekening", get(path, "en").body())).contains("Not checked for viruses");
        assertThat(feed.find(add(message), TEAM)
                        .map(FeedItemView::of)
                        .orElseThrow()
                        .sections())
                .extracting(FeedItemView.SectionView::attachment)
                .filteredOn(Objects::nonNull)
                .extracting(FeedItemView.AttachmentView::scan)
                .containsExactly(FeedItemView.Scan.CLEAN, FeedItemView.Scan.NOT_SCANNED);
    }

    private static String lineOf(String title, String page) {
        return page.substring(page.indexOf(title)).lines().findFirst().orElseThrow();
    }

    private void scanned(Message message, UUID reference, String state) {
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO attachment (id, state, media_type, touched_at) VALUES (?, ?, 'image/png', now())")
                .params(id, state)
                .update();
        jdbc.sql("INSERT INTO attachment_incoming (sender, message, reference, attachment, delivered)"
                        + " VALUES (?, ?, ?, ?, true)")
                .params(message.sender().value(), message.id().value(), reference, id)
                .update();
    }

    @Test
    void saysSoWhenThereIsNothing() throws Exception {
        String page = get("/?household=" + UUID.randomUUID(), "nl").body();

        assertThat(page).contains("Er is nog niets binnengekomen").doesNotContain("hidden=\"hidden\"");
        HttpResponse<String> none = get("/?household=x", "nl");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("Deze pagina is er niet").doesNotContain("household=x<");
    }

    @Test
    void letsNothingRunThatIsNotItsOwn() throws Exception {
        HttpResponse<String> page = get("/", "nl");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]*src=)|<style|style=|\\son\\w+=");
        assertThat(get("/assets/console/feed.js", "nl").statusCode()).isEqualTo(200);
    }

    private String firstEvent(String path) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> stream = http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Accept", "text/event-stream")
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
        List<String> lines = new CopyOnWriteArrayList<>();
        Thread.ofVirtual().start(() -> stream.body().forEach(lines::add));
        patiently().until(() -> lines.contains("data: </li>"));
        return String.join("\n", lines);
    }

    private HttpResponse<String> get(String path, String language) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Accept", "text/html")
                        .header("Accept-Language", language)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private UUID add(Message message) {
        return transaction.execute(status -> feed.add(message, Instant.parse("2026-11-20T09:15:00Z")));
    }

    /** A busy machine is no fault of the feed. */
    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(1));
    }
}
