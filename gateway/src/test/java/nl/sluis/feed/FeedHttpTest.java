package nl.sluis.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.ThreadId;
import nl.sluis.canonical.Urgency;
import nl.sluis.testing.Family;
import nl.sluis.testing.FeedSlice;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@FeedSlice
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class FeedHttpTest {

    private static final Viewer TEAM = new Viewer.Organisation();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final JsonMapper json = JsonMapper.shared();
    private final Feed feed;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final int port;

    FeedHttpTest(Feed feed, TransactionTemplate transaction, JdbcClient jdbc, @LocalServerPort int port) {
        this.feed = feed;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.port = port;
    }

    @AfterEach
    void hangUp() {
        http.shutdownNow();
        readers.shutdownNow();
    }

    @Test
    void showsAcuteDangerFirstWithItsAgeInDays() throws Exception {
        ThreadId thread = new ThreadId(UUID.randomUUID());
        Message danger = about(thread).urgency(Urgency.ACUTE).build();
        UUID acute =
                transaction.execute(status -> feed.add(danger, Instant.now().minus(Duration.ofDays(3))));
        add(about(thread).kind(MessageKind.ARREARS_SIGNAL).build());
        UUID household = feed.find(acute, TEAM).orElseThrow().household();

        JsonNode lines = json.readTree(
                        get("/v1/households/" + household + "/overview").body())
                .path("lines");

        assertThat(lines).hasSize(2);
        assertThat(lines.at("/0/item/id").asString()).isEqualTo(acute.toString());
        assertThat(lines.at("/0/pinned").asBoolean()).isTrue();
        assertThat(lines.at("/0/ageDays").asInt()).isEqualTo(3);
        assertThat(lines.at("/0/ownerRole").asString()).isEqualTo("intake");
        assertThat(lines.at("/1/pinned").asBoolean()).isFalse();
        JsonNode nothing = json.readTree(
                get("/v1/households/" + UUID.randomUUID() + "/overview").body());
        assertThat(nothing.path("lines")).isEmpty();
    }

    @Test
    void anItemThatCannotBeReadHidesNoOtherAndIsSaidToBeThere() throws Exception {
        ThreadId thread = new ThreadId(UUID.randomUUID());
        UUID readable = add(about(thread).build());
        UUID spoiled = add(about(thread).build());
        UUID household = feed.find(readable, TEAM).orElseThrow().household();
        byte[] content = jdbc.sql("SELECT content FROM feed_item WHERE id = ?")
                .param(spoiled)
                .query((row, n) -> row.getBytes(1))
                .single();
        content(spoiled, new byte[] {0});
        try {
            for (String path :
                    List.of("/v1/feed?household=" + household, "/v1/households/" + household + "/overview")) {
                HttpResponse<String> answer = get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.body()).contains(readable.toString());
                JsonNode unreadable = json.readTree(answer.body()).path("unreadable");
                assertThat(unreadable).hasSize(1);
                assertThat(unreadable.at("/0/id").asString()).isEqualTo(spoiled.toString());
                assertThat(unreadable.at("/0/household").asString()).isEqualTo(household.toString());
                assertThat(unreadable.at("/0/source/id").asString()).isNotEmpty();
            }
            String next = json.readTree(get("/v1/feed?household=" + household).body())
                    .path("next")
                    .asString();
            JsonNode after = json.readTree(
                    get("/v1/feed?household=" + household + "&since=" + next).body());
            assertThat(after.path("items")).isEmpty();
            assertThat(after.path("unreadable")).isEmpty();
        } finally {
            content(spoiled, content);
        }
        assertThat(json.readTree(get("/v1/feed?household=" + household).body()).path("unreadable"))
                .isEmpty();
    }

    private void content(UUID item, byte[] content) {
        jdbc.sql("UPDATE feed_item SET content = ? WHERE id = ?")
                .params(content, item)
                .update();
    }

    private static Family about(ThreadId thread) {
        return Family.message().person("c", HouseholdRole.CHILD).in(thread);
    }

    @Test
    void erasesAHouseholdOnlyForAReason() throws Exception {
        FeedItem item =
                feed.find(add(Family.concern("Weg ermee.").build()), TEAM).orElseThrow();
        String path = "/v1/households/" + item.household();

        HttpResponse<String> without = delete(path);
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("?reason", "REQUIRED");
        assertThat(delete(path + "?reason=Omdat").body()).contains("UNKNOWN").doesNotContain("Omdat");
        assertThat(feed.find(item.id(), TEAM)).isPresent();

        HttpResponse<String> erased = delete(path + "?reason=SUBJECT_REQUEST");
        assertThat(erased.statusCode()).isEqualTo(200);
        assertThat(json.readTree(erased.body()).at("/members").asInt()).isPositive();
        assertThat(feed.find(item.id(), TEAM)).isEmpty();
        assertThat(delete(path + "?reason=SUBJECT_REQUEST").statusCode()).isEqualTo(404);
    }

    @Test
    void aDoubtIsShownWithItsReasonsAndDecidedOnce() throws Exception {
        String family = "Dooley" + Long.toString(System.nanoTime(), 36);
        UUID known = add(child("Ivo", family));
        FeedItem doubtful = feed.find(add(child(null, family)), TEAM).orElseThrow();
        String path = "/v1/households/" + doubtful.household() + "/doubts";

        JsonNode doubt = json.readTree(get(path).body()).at("/doubts/0");
        assertThat(doubt.at("/candidate/name").asString()).isEqualTo("Ivo " + family);
        assertThat(doubt.at("/clues").toString()).contains("SAME_FAMILY_NAME", "SAME_BIRTH_DATE");
        String one = path + "/" + doubt.at("/id").asString();
        assertThat(post(one, "{}").body()).contains("/decision", "REQUIRED");
        assertThat(post(one, "{\"decision\": \"misschien\"}").body())
                .contains("/decision", "UNKNOWN")
                .doesNotContain("misschien");
        assertThat(post(one, "[").statusCode()).isEqualTo(400);
        assertThat(post(path + "/" + UUID.randomUUID(), "{\"decision\": \"SAME\"}")
                        .statusCode())
                .isEqualTo(404);

        HttpResponse<String> decided = post(one, "{\"decision\": \"SAME\"}");

        assertThat(decided.statusCode()).isEqualTo(200);
        assertThat(decided.body())
                .contains(feed.find(known, TEAM).orElseThrow().household().toString());
        assertThat(post(one, "{\"decision\": \"SAME\"}").statusCode()).isEqualTo(404);
        assertThat(json.readTree(get(path).body()).at("/doubts").size()).isZero();
    }

    private static Message child(@Nullable String given, String family) {
        return Family.message()
                .person("k", HouseholdRole.CHILD)
                .named("k", given, family, "2015-08-09")
                .said("k", AssertionType.OBSERVED, "Is moe.")
                .build();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> delete(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .DELETE()
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void answersAPageWithItemsAndTheCursorToGoOnWith() throws Exception {
        Cursor before = feed.latest(null, 1, TEAM).next();
        Message message = Family.concern("Mila valt in slaap.").build();
        UUID id = add(message);

        HttpResponse<String> answer = get("?since=" + before, "application/json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode page = json.readTree(answer.body());
        JsonNode item = page.at("/items/0");
        assertThat(item.at("/id").asString()).isEqualTo(id.toString());
        assertThat(item.at("/cursor").asString()).isEqualTo(page.at("/next").asString());
        assertThat(item.at("/messageId").asString()).isEqualTo(message.id().toString());
        assertThat(item.at("/source/id").asString()).isEqualTo("de-wilgenhof");
        assertThat(item.at("/source/name").asString()).isEqualTo("Basisschool De Wilgenhof");
        assertThat(item.at("/kind").asString()).isEqualTo("SIGNAL");
        assertThat(item.at("/persons/0/name").asString()).isEqualTo("Mila Demir");
        assertThat(item.at("/lifeDomains/0").asString()).isEqualTo("HGV");
        assertThat(item.at("/ground").asString()).isEqualTo("CONSENT");
        assertThat(item.at("/state").asString()).isEqualTo("NEW");
        assertThat(Instant.parse(item.at("/due").asString()))
                .isAfter(Instant.parse(item.at("/arrivedAt").asString()));
        assertThat(Instant.parse(item.at("/arrivedAt").asString())).isNotNull();
        assertThat(item.at("/sections/2/assertion").asString()).isEqualTo("OBSERVED");
        assertThat(item.at("/sections/2/text").asString()).isEqualTo("Mila valt in slaap.");

        String household = item.at("/household").asString();
        JsonNode same = json.readTree(
                get("?limit=200&household=" + household, "application/json").body());
        assertThat(same.at("/items"))
                .isNotEmpty()
                .allMatch(one -> one.at("/household").asString().equals(household));
    }

    @Test
    void namesEveryParameterThatIsNotAsItShouldBe() throws Exception {
        HttpResponse<String> page = get("?since=!&limit=201&household=HH-1042", "application/json");
        HttpResponse<String> stream = get("?since=", "text/event-stream", "Last-Event-ID", "7");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json.readTree(page.body())
                        .at("/violations")
                        .valueStream()
                        .map(v -> v.at("/path").asString()))
                .containsExactlyInAnyOrder("since", "limit", "household");
        assertThat(page.body()).doesNotContain("HH-1042");
        assertThat(stream.statusCode()).isEqualTo(422);
        assertThat(stream.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json.readTree(stream.body()).at("/violations/0/path").asString())
                .isEqualTo("Last-Event-ID");
    }

    @Test
    void streamsWhatIsThereAndThenWhatComesAndGoesOnAfterTheLastEventThatWasSeen() throws Exception {
        String before = feed.latest(null, 1, TEAM).next().toString();
        UUID first = add(Family.concern("een").build());
        List<Event> seen = new CopyOnWriteArrayList<>();
        HttpResponse<Stream<String>> stream = listen("?since=" + before, before, seen::add);
        patiently().until(() -> seen.size() == 1);

        UUID second = add(Family.concern("twee").build());
        patiently().until(() -> seen.size() == 2);
        stream.body().close();
        UUID missed = add(Family.concern("drie").build());
        // As a browser does it: the old address, and the last event in a header.
        listen("?since=" + before, seen.getLast().id(), seen::add);
        patiently().until(() -> seen.size() == 3);
        UUID live = add(Family.concern("vier").build());
        patiently().until(() -> seen.size() == 4);

        assertThat(stream.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
        assertThat(seen).extracting(Event::item).containsExactly(first, second, missed, live);
    }

    @Test
    void givesEverySubscriberEveryItemOnceAndInTheSameOrder() throws Exception {
        String before = feed.latest(null, 1, TEAM).next().toString();
        List<List<Event>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<Event> seen = new CopyOnWriteArrayList<>();
            all.add(seen);
            listen("?since=" + before, before, seen::add);
        }

        for (int i = 0; i < 30; i++) {
            readers.submit(() -> add(Family.concern("tegelijk").build()));
        }

        patiently().untilAsserted(() -> assertThat(all).allMatch(seen -> seen.size() == 30));
        List<UUID> order = all.getFirst().stream().map(Event::item).toList();
        assertThat(order).doesNotHaveDuplicates();
        assertThat(all)
                .allSatisfy(seen -> assertThat(seen).extracting(Event::item).isEqualTo(order));
    }

    private record Event(String id, UUID item) {}

    private HttpResponse<Stream<String>> listen(String query, String lastEventId, Consumer<Event> seen)
            throws IOException, InterruptedException {
        HttpRequest request = request(query, "text/event-stream", "Last-Event-ID", lastEventId);
        HttpResponse<Stream<String>> response = http.send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        readers.submit(() -> {
            String[] id = {""};
            response.body().forEach(line -> {
                if (line.startsWith("id: ")) {
                    id[0] = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    String item = json.readTree(line.substring(6)).at("/id").asString();
                    seen.accept(new Event(id[0], UUID.fromString(item)));
                }
            });
        });
        return response;
    }

    private HttpResponse<String> get(String query, String accept, String... headers)
            throws IOException, InterruptedException {
        return http.send(request(query, accept, headers), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String query, String accept, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/v1/feed" + query))
                .header("Accept", accept);
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    private UUID add(Message message) {
        return transaction.execute(status -> feed.add(message, Instant.now()));
    }

    /** A busy machine is no fault of the feed. */
    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(1));
    }
}
