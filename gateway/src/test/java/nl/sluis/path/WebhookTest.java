package nl.sluis.path;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.sluis.feed.Feed;
import nl.sluis.process.FreePorts;
import nl.sluis.testing.Family;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole node tells two systems of its organisation, over mutual TLS, what happens in its feed; they are away, slow, faulty and gone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookTest {

    private static final Duration CEILING = Duration.ofSeconds(30);
    private static final String ALL = "/all";
    private static final String ARRIVALS = "/arrivals";

    private SchoolAlone node;
    private WireMockServer receiver;
    private WireMockServer untrusted;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException, GeneralSecurityException {
        int port = FreePorts.base(0, 1);
        Path token = Files.writeString(directory.resolve("token"), "a-token-of-this-test\n");
        Map<String, Object> settings = new HashMap<>(Map.of(
                "sluis.webhooks[0].name",
                "all",
                "sluis.webhooks[0].url",
                "https://localhost:" + port + ALL,
                "sluis.webhooks[0].private-addresses",
                true,
                "sluis.webhooks[0].timeout",
                "1s",
                "sluis.webhooks[0].first-retry",
                "1s",
                "sluis.webhooks[0].token-file",
                token,
                "sluis.webhooks[1].name",
                "arrivals",
                "sluis.webhooks[1].url",
                "https://localhost:" + port + ARRIVALS,
                "sluis.webhooks[1].private-addresses",
                true,
                "sluis.webhooks[1].events",
                "item-arrived"));
        settings.putAll(Map.of(
                "sluis.webhooks[2].name",
                "untrusted",
                "sluis.webhooks[2].url",
                "https://localhost:" + (port + 1) + ALL,
                "sluis.webhooks[2].private-addresses",
                true));
        node = new SchoolAlone(settings);
        receiver = WebhookReceiver.start(node.files(), directory, port, "huisarts");
        untrusted = WebhookReceiver.start(node.files(), directory, port + 1, "other-ca");
    }

    @AfterAll
    void stop() throws IOException {
        receiver.stop();
        untrusted.stop();
        node.close();
    }

    @BeforeEach
    void takesAll() {
        // What a test left behind is none of the next one's
        node.part(JdbcClient.class).sql("DELETE FROM webhook_notice").update();
        node.clock().advance(Duration.ofMinutes(2));
        receiver.resetAll();
        receiver.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(204)));
    }

    @Test
    void tellsWhatHappenedToWhichItemAndNothingOfAnybody() {
        UUID item = arrives();

        JsonNode event = JsonMapper.shared().readTree(one(ALL, item).getBody());
        assertThat(event.propertyNames())
                .containsExactlyInAnyOrder("specversion", "id", "source", "type", "subject", "time", "dataref");
        assertThat(event.path("specversion").asString()).isEqualTo("1.0");
        assertThat(event.path("type").asString()).isEqualTo("nl.sluis.feed.item-arrived");
        assertThat(event.path("source").asString()).matches("urn:nld:oin:[0-9]{20}:systeem:sluis");
        assertThat(event.path("dataref").asString()).isEqualTo("/v1/feed/" + item + "/message");
        assertThat(one(ALL, item).getHeader("Content-Type")).isEqualTo("application/cloudevents+json; charset=utf-8");
        assertThat(one(ALL, item).getHeader("Authorization")).isEqualTo("Bearer a-token-of-this-test");
        assertThat(one(ARRIVALS, item).getHeader("Authorization")).isNull();
    }

    @Test
    void whatItRefersToIsFetchedByTheReceiversOwnRights() throws IOException {
        UUID item = arrives();
        String reference = JsonMapper.shared()
                .readTree(one(ALL, item).getBody())
                .path("dataref")
                .asString();

        assertThat(node.caller("regisseur").get(reference).status()).isEqualTo(200);
        assertThat(node.caller("reporter").get(reference).status()).isEqualTo(403);
    }

    @Test
    void tellsOfAChangeWhoeverAskedForChangesAndNobodyElse() throws IOException {
        UUID item = arrives();
        one(ARRIVALS, item);
        assertThat(node.caller("regisseur")
                        .post("/v1/feed/" + item + "/taking-up", "{\"person\": \"fatima\"}")
                        .status())
                .isEqualTo(200);

        await().atMost(CEILING)
                .untilAsserted(() -> assertThat(types(ALL, item))
                        .contains("nl.sluis.feed.item-arrived", "nl.sluis.feed.item-changed"));
        settled();
        assertThat(types(ARRIVALS, item)).containsOnly("nl.sluis.feed.item-arrived");
    }

    @Test
    void tellsNothingOfWhatDidNotHappen() {
        Feed feed = node.part(Feed.class);
        UUID item = Objects.requireNonNull(node.part(TransactionTemplate.class).execute(status -> {
            status.setRollbackOnly();
            return feed.add(Family.concern("Is moe.").build(), Instant.now());
        }));
        UUID other = arrives();

        one(ALL, other);
        settled();
        assertThat(types(ALL, item)).isEmpty();
    }

    @Test
    void triesAgainWithTheSameIdentityUntilTheReceiverIsWellAgain() {
        receiver.stubFor(post(ALL)
                .inScenario("ill")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("still")
                .willReturn(aResponse().withStatus(500)));
        receiver.stubFor(post(ALL)
                .inScenario("ill")
                .whenScenarioStateIs("still")
                .willSetStateTo("well")
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "30")));
        UUID item = arrives();

        await().atMost(CEILING).untilAsserted(() -> {
            node.clock().advance(Duration.ofSeconds(10));
            assertThat(types(ALL, item)).hasSize(3);
        });
        settled();
        assertThat(requests(ALL, item).stream()
                        .map(LoggedRequest::getBodyAsString)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void waitsForAReceiverThatIsDownAndHoldsUpNoOther() {
        receiver.stubFor(post(ALL).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        UUID item = arrives();

        one(ARRIVALS, item);
        await().atMost(CEILING).untilAsserted(() -> assertThat(code("all")).isEqualTo("CONNECTION"));

        receiver.stubFor(post(ALL).willReturn(aResponse().withStatus(204)));
        settled();
        assertThat(types(ALL, item)).isNotEmpty();
    }

    @Test
    void doesNotWaitForAnAnswerThatDoesNotCome() {
        receiver.stubFor(post(ALL).willReturn(aResponse().withStatus(204).withFixedDelay(4000)));
        arrives();

        await().atMost(CEILING).untilAsserted(() -> assertThat(code("all")).isEqualTo("TIMEOUT"));
    }

    @Test
    void followsNoRedirect() {
        receiver.stubFor(post(ALL)
                .willReturn(aResponse().withStatus(307).withHeader("Location", receiver.baseUrl() + "/elsewhere")));
        arrives();

        await().atMost(CEILING).untilAsserted(() -> assertThat(code("all")).isEqualTo("HTTP_307"));
        receiver.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void givesUpWhenTheReceiverSaysThatItHasGoneAndTheOperatorSeesIt() throws IOException {
        receiver.stubFor(post(ALL).willReturn(aResponse().withStatus(410)));
        UUID item = arrives();

        await().atMost(CEILING).untilAsserted(() -> assertThat(failed()).isEqualTo(1));
        node.clock().advance(Duration.ofHours(2));
        one(ARRIVALS, arrives());
        assertThat(types(ALL, item)).hasSize(1);
        assertThat(code("all")).isEqualTo("HTTP_410");
        assertThat(health()).contains("\"all\"", "HTTP_410");
    }

    @Test
    void givesUpAfterItsTerm() {
        receiver.stubFor(post(ALL).willReturn(aResponse().withStatus(503)));
        arrives();

        await().atMost(CEILING).untilAsserted(() -> {
            node.clock().advance(Duration.ofHours(6));
            assertThat(failed()).isEqualTo(1);
        });
    }

    @Test
    void tellsNothingToWhomItDoesNotTrust() {
        arrives();

        await().atMost(CEILING)
                .untilAsserted(() -> assertThat(code("untrusted")).isEqualTo("TLS"));
        assertThat(untrusted.getAllServeEvents()).isEmpty();
    }

    /** A process that was killed leaves a row, and perhaps no reference to it. */
    @Test
    void sendsWhatAnotherProcessLeftBehind() {
        UUID left = UUID.randomUUID();
        node.part(JdbcClient.class)
                .sql("INSERT INTO webhook_notice (id, subscription, type, item, at, attempts, due_at)"
                        + " VALUES (?, 'all', 'ITEM_ARRIVED', ?, now(), 2, now())")
                .params(left, left)
                .update();

        settled();
        assertThat(types(ALL, left)).hasSize(1);
    }

    private UUID arrives() {
        Feed feed = node.part(Feed.class);
        return Objects.requireNonNull(node.part(TransactionTemplate.class)
                .execute(status ->
                        feed.add(Family.concern("Is moe.").build(), node.clock().instant())));
    }

    private LoggedRequest one(String path, UUID item) {
        await().atMost(CEILING)
                .untilAsserted(() -> assertThat(requests(path, item)).hasSize(1));
        return requests(path, item).getFirst();
    }

    private List<LoggedRequest> requests(String path, UUID item) {
        return receiver.findAll(postRequestedFor(urlEqualTo(path))).stream()
                .filter(request -> request.getBodyAsString().contains("\"subject\":\"" + item + "\""))
                .toList();
    }

    private List<String> types(String path, UUID item) {
        return requests(path, item).stream()
                .map(request -> JsonMapper.shared()
                        .readTree(request.getBody())
                        .path("type")
                        .asString())
                .toList();
    }

    /** Nothing waits any more. */
    private void settled() {
        await().atMost(CEILING).untilAsserted(() -> {
            node.clock().advance(Duration.ofSeconds(2));
            assertThat(count("due_at IS NOT NULL")).isZero();
        });
    }

    private long failed() {
        return count("failed_at IS NOT NULL");
    }

    private long count(String which) {
        return node.part(JdbcClient.class)
                .sql("SELECT count(*) FROM webhook_notice WHERE subscription <> 'untrusted' AND " + which)
                .query(Long.class)
                .single();
    }

    private String code(String subscription) {
        return node.part(JdbcClient.class)
                .sql("SELECT coalesce(max(code), '') FROM webhook_notice WHERE subscription = ?")
                .param(subscription)
                .query(String.class)
                .single();
    }

    private String health() throws IOException {
        try (InputStream in =
                node.management().resolve("/actuator/health/webhooks").toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
