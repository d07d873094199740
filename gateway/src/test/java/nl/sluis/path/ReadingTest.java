package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.feed.Feed;
import nl.sluis.feed.FeedQuery;
import nl.sluis.feed.Viewer;
import nl.sluis.path.Http.Reply;
import nl.sluis.testing.Family;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever reads what is kept about people leaves an entry that says who it was and what was read, and nothing of its content. */
@ExtendWith(NodesExtension.class)
class ReadingTest {

    private static final String WORD = "Kwartelei";

    private final SchoolAlone school;
    private final JdbcClient jdbc;
    private long before;

    ReadingTest(SchoolAlone school) {
        this.school = school;
        this.jdbc = school.part(JdbcClient.class);
    }

    @BeforeEach
    void mark() {
        before = jdbc.sql("SELECT n FROM audit_tip").query(Long.class).single();
    }

    @Test
    void theFeedItsPageAndItsMessages() throws IOException {
        UUID item = add();
        Http team = school.system();
        String message = school.part(Feed.class)
                .find(item, new Viewer.Organisation())
                .orElseThrow()
                .message()
                .id()
                .toString();

        assertThat(team.get("/v1/feed?limit=200").text()).contains(WORD);
        assertThat(entries("school-system"))
                .last()
                .asString()
                .startsWith("feed.read null {\"caller\":\"system:school-system\"")
                .contains("\"count\":\"", "\"items\":\"", "\"role\":\"regisseur\"");
        assertThat(team.send("GET", "/", Map.of("Accept", "text/html"), new byte[0])
                        .text())
                .contains(WORD);
        assertThat(entries("school-system")).hasSize(2);
        assertThat(team.get("/v1/feed/" + item + "/message").text()).contains(WORD);
        assertThat(entries("school-system"))
                .last()
                .asString()
                .startsWith("feed.message-read " + message)
                .contains("\"item\":\"" + item, "system:school-system");
        assertThat(team.get("/v1/feed?since=" + end()).status()).isEqualTo(200);
        assertThat(team.get("/v1/feed/" + UUID.randomUUID() + "/message").status())
                .isEqualTo(404);
        assertThat(entries("school-system")).hasSize(3);
        assertThat(entries("school-system").toString()).doesNotContain(WORD, "Mila", "mila");
    }

    @Test
    void eachPageOfAStreamBeforeItIsSent() throws IOException, InterruptedException {
        String since = end();
        add();
        add();
        HttpRequest request = HttpRequest.newBuilder(school.address().resolve("/v1/feed?since=" + since))
                .header("Accept", "text/event-stream")
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(school.caller("regisseur").tls().context())
                .build()) {
            InputStream stream = client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                    .body();
            StringBuilder read = new StringBuilder();
            while (read.indexOf(WORD, read.indexOf(WORD) + 1) < 0 || read.indexOf(WORD) < 0) {
                read.append((char) stream.read());
            }
            assertThat(entries("regisseur"))
                    .singleElement()
                    .asString()
                    .startsWith("feed.read")
                    .contains("\"count\":\"2\"");
            add();
            await().until(() -> entries("regisseur").size() == 2);
            client.shutdownNow();
        }
    }

    @Test
    void theRegistersAlsoWhenNobodyIsFoundAndWithoutTheNumberThatWasAskedFor() throws IOException {
        Http officer = school.caller("consent-officer");
        String known = "lezer-" + UUID.randomUUID();
        officer.put("/v1/persons/" + known, Samples.person("2008-05-04"));
        String consent = officer.post(
                        "/v1/consents", Samples.consent(known, Samples.today().plusMonths(1)))
                .text("id");
        String meldcode = school.caller("aandachtsfunctionaris")
                .post(
                        "/v1/meldcode-cases",
                        "{\"subjects\": [\"" + known + "\"], \"acute\": false, \"responsible\": \"directie\"}")
                .text("id");
        assertThat(entries()).allMatch(entry -> entry.contains("\"caller\":\"system:"));
        mark();

        Http privacy = school.caller("privacy-officer");
        privacy.get("/v1/persons/" + known);
        privacy.get("/v1/persons/nobody-at-all");
        privacy.get("/v1/consents?subject=" + known);
        privacy.get("/v1/consents?subject=nobody-at-all");
        privacy.get("/v1/consents/" + consent);
        privacy.get("/v1/meldcode-cases/" + meldcode);
        privacy.get("/v1/measures?subject=" + known);
        privacy.get("/v1/measures?subject=nobody-at-all");

        List<String> entries = entries();
        assertThat(entries)
                .extracting(entry -> entry.split(" ")[0])
                .containsExactly(
                        "person.read",
                        "person.read",
                        "consents.read",
                        "consents.read",
                        "consent.read",
                        "meldcode.read",
                        "measures.read",
                        "measures.read");
        assertThat(entries).allMatch(entry -> entry.contains("\"role\":\"privacy-officer\""));
        assertThat(entries.toString())
                .contains("\"person\":\"unknown\"", consent, meldcode)
                .doesNotContain(known, "nobody-at-all");
    }

    @Test
    void aMessageOnceAStateHoweverOftenItIsAskedForAndWhoSubmittedIt() throws IOException {
        String id = school.caller("reporter")
                .post(
                        "/v1/messages",
                        Map.of("Content-Type", Samples.CONCERN, "Sluis-Recipient", "wijkteam-noord"),
                        Samples.concern("iris-" + UUID.randomUUID(), WORD))
                .text("id");
        for (int i = 0; i < 3; i++) {
            school.caller("reporter").get("/v1/messages/" + id);
        }
        school.caller("aandachtsfunctionaris").get("/v1/messages/" + id);
        assertThat(entries().stream().filter(entry -> entry.startsWith("message.decided " + id)))
                .singleElement()
                .asString()
                .contains("\"caller\":\"system:reporter\"", "\"role\":\"reporter\"");
        assertThat(entries().stream().filter(entry -> entry.startsWith("message.read " + id)))
                .hasSize(2);
    }

    @Test
    void whoExportsIsInTheAuditBeforeTheFirstLine() throws IOException {
        for (String form : List.of("BALP", "NEN7513", "LOGBOEK", "DECISIONS")) {
            Reply export = school.caller("auditor").get("/v1/audit/export?as=" + form);
            assertThat(export.status()).isEqualTo(200);
            assertThat(export.mediaType()).startsWith("application/x-ndjson");
            assertThat(export.text().lines()).allMatch(line -> line.startsWith("{"));
        }
        assertThat(entries("auditor"))
                .hasSize(4)
                .allMatch(entry -> entry.startsWith("audit.exported"))
                .last()
                .asString()
                .contains("\"form\":\"DECISIONS\"", "\"role\":\"auditor\"");
        assertThat(school.caller("privacy-officer")
                        .get("/v1/audit/export?as=NEN7513&from=" + Instant.now())
                        .status())
                .isIn(200, 422);
        assertThat(school.caller("regisseur").get("/v1/audit/export?as=NEN7513").status())
                .isEqualTo(403);
        assertThat(school.caller("auditor").get("/v1/audit/export?as=PDF").status())
                .isEqualTo(422);
    }

    private UUID add() {
        return new TransactionTemplate(school.part(PlatformTransactionManager.class))
                .execute(status ->
                        school.part(Feed.class).add(Family.concern(WORD).build(), Instant.now()));
    }

    private String end() {
        return school.part(Feed.class)
                .latest(null, FeedQuery.MAX_LIMIT, new Viewer.Organisation())
                .next()
                .toString();
    }

    // A reader of another test may still be there
    private List<String> entries(String caller) {
        return entries().stream()
                .filter(entry -> entry.contains("\"caller\":\"system:" + caller + "\""))
                .toList();
    }

    private List<String> entries() {
        return jdbc.sql("SELECT event || ' ' || coalesce(message_id, 'null') || ' ' || detail FROM audit_entry"
                        + " WHERE n > ? AND detail LIKE '%\"caller\"%' ORDER BY n")
                .param(before)
                .query(String.class)
                .list();
    }
}
