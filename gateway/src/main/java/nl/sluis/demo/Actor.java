package nl.sluis.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import nl.sluis.certs.CertificateUse;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.demo.NodeApi.Answer;
import tools.jackson.databind.JsonNode;

/** An organisation of the story: what its people do in their own system. */
final class Actor {

    /** How long a message may take to its next state before the story is not as told. */
    private static final Duration PATIENCE = Duration.parse(System.getProperty("sluis.demo.patience", "PT60S"));

    private static final long LOOK_AGAIN_MILLIS = 50;

    private final NodeApi api;
    private final Member member;
    private final Clock clock;

    Actor(Neighbourhood neighbourhood, Member member, Clock clock) {
        this.member = member;
        this.clock = clock;
        String name = member.certificateName();
        this.api = new NodeApi(
                URI.create(neighbourhood.address(member)),
                neighbourhood.files().certificate(name, CertificateUse.SYSTEM),
                neighbourhood.files().key(name, CertificateUse.SYSTEM),
                neighbourhood.files().ca());
    }

    NodeApi api() {
        return api;
    }

    String organisation() {
        return member.organisation();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Records what the organisation knows of a person. */
    void knows(String ref, String json) throws IOException, InterruptedException {
        recorded(api.put(
                "/v1/persons/" + ref, json.replace("$NOW", clock.instant().toString())));
    }

    /** Records a consent that holds from today for ten months; returns its identity. */
    String consent(String json) throws IOException, InterruptedException {
        String dated = json.replace("$FROM", today().toString())
                .replace("$UNTIL", today().plusMonths(10).toString());
        return recorded(api.post("/v1/consents", dated)).text("id");
    }

    Answer recorded(Answer answer) {
        StepFailed.unless(
                answer.status() == 200 || answer.status() == 201,
                "a record was answered with " + answer.status() + " "
                        + answer.body().path("violations"));
        return answer;
    }

    Answer submits(String mediaType, String content, String recipient) throws IOException, InterruptedException {
        return api.post("/v1/messages", mediaType, content, Map.of("Sluis-Recipient", recipient));
    }

    /** Waits until a message of this organisation is in a state. */
    Answer awaits(String messageId, String state) throws IOException, InterruptedException {
        Instant end = clock.instant().plus(PATIENCE);
        Answer answer = api.get("/v1/messages/" + messageId);
        while (!answer.text("state").equals(state) && clock.instant().isBefore(end)) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
            answer = api.get("/v1/messages/" + messageId);
        }
        StepFailed.unless(answer.text("state").equals(state), "expected " + state + ", was " + answer.text("state"));
        return answer;
    }

    /** Ends a consent. */
    void withdraws(String consent, String by) throws IOException, InterruptedException {
        recorded(api.post(
                "/v1/consents/" + consent + "/withdrawal",
                "{\"by\": \"%s\", \"channel\": \"TELEFONISCH\"}".formatted(by)));
    }

    /** The item of the feed that came with a message. */
    JsonNode sees(String messageId) throws IOException, InterruptedException {
        Optional<JsonNode> item = item("messageId", messageId);
        StepFailed.unless(item.isPresent(), "the feed does not show the message");
        return item.orElseThrow();
    }

    boolean has(String messageId) throws IOException, InterruptedException {
        return item("messageId", messageId).isPresent();
    }

    /** Waits until the feed says that the consent behind a message has ended. */
    void learnsOfWithdrawal(String messageId) throws IOException, InterruptedException {
        Instant end = clock.instant().plus(PATIENCE);
        while (item("inReplyTo", messageId).isEmpty() && clock.instant().isBefore(end)) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
        Optional<JsonNode> notice = item("inReplyTo", messageId);
        StepFailed.unless(
                notice.filter(found -> found.path("kind").asString().equals("CONSENT_EVENT"))
                        .isPresent(),
                "the feed does not say that the consent has ended");
    }

    private Optional<JsonNode> item(String field, String value) throws IOException, InterruptedException {
        return api.get("/v1/feed?limit=200").body().path("items").values().stream()
                .filter(found -> found.path(field).asString("").equals(value))
                .findFirst();
    }

    /** One of the samples that come with the product. */
    static String sample(String name) throws IOException {
        try (InputStream in = Actor.class.getResourceAsStream("/samples/" + name)) {
            if (in == null) {
                throw new IOException("the product misses its sample " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
