package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import nl.sluis.demo.Neighbourhood.Member;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Attachments from the school's own system to the team's, over real nodes. */
@ExtendWith(NodesExtension.class)
class AttachmentTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    /** A pupil of its own for every test. */
    private final String pupil = "iris-" + UUID.randomUUID();

    private final Nodes nodes;
    private String consent = "";

    AttachmentTest(Nodes nodes) {
        this.nodes = nodes;
    }

    @BeforeEach
    void thePupilConsents() throws IOException {
        Http school = nodes.system(Member.SCHOOL);
        assertThat(school.put("/v1/persons/" + pupil, Samples.person("2008-05-04"))
                        .status())
                .isIn(200, 201);
        Http.Reply given = school.post(
                "/v1/consents", Samples.consent(pupil, Samples.today().plusMonths(3)));
        assertThat(given.status()).isEqualTo(201);
        consent = given.text("id");
    }

    @AfterEach
    void mend() {
        nodes.line().mend();
    }

    @Test
    void whatThePermitCarriesComesWholeAndWhatItWithholdsLeavesNothing() throws IOException {
        byte[] drawing = bytes(3 * 1024 * 1024 + 77, 1);
        byte[] diagnosis = bytes(5_000, 2);
        String goes = uploaded("image/png", drawing);
        String stays = uploaded("application/pdf", diagnosis);
        Map<String, Long> before = attachmentsOfTheTeam();

        Http.Reply sent = submit(goes, "Teken/ing \\\"..van\\\" Iris", stays);
        assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
        assertThat(sent.json().path("withheld").toString()).contains(stays).contains("DIAGNOSIS");
        awaitState(sent.text("id"), "DELIVERED");

        JsonNode item = item(sent.text("id"));
        JsonNode section = item.path("sections").values().stream()
                .filter(each -> each.path("attachment").isObject())
                .findFirst()
                .orElseThrow();
        assertThat(section.path("attachment").path("size").asLong()).isEqualTo(drawing.length);
        assertThat(item.toString()).doesNotContain("Verslag GZ").doesNotContain(stays);
        assertThat(attachmentsOfTheTeam().get("attachment")).isEqualTo(before.get("attachment") + 1);

        String path = "/v1/feed/" + item.path("id").asString() + "/attachments/" + goes;
        Http.Reply whole = nodes.system(Member.WIJKTEAM).get(path);
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.bytes()).isEqualTo(drawing);
        assertThat(whole.mediaType()).isEqualTo("image/png");
        Http.Reply part =
                nodes.system(Member.WIJKTEAM).send("GET", path, Map.of("Range", "bytes=1048570-1048585"), new byte[0]);
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(drawing, 1048570, 1048586));
        assertThat(nodes.system(Member.WIJKTEAM).get(path.replace(goes, stays)).status())
                .isEqualTo(404);
        assertThat(nodes.node(Member.SCHOOL, Member.WIJKTEAM).get(path).status())
                .isEqualTo(403);
    }

    @Test
    void aFileOfAnotherOrganisationIsSavedAndNeverRun() throws IOException {
        String page = uploaded("text/html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        String message = submit(page, "../../a\\\"; filename=x.html\u202egnp.exe", uploaded("image/png", bytes(10, 9)))
                .text("id");
        awaitState(message, "DELIVERED");
        Http.Reply read = nodes.system(Member.WIJKTEAM)
                .get("/v1/feed/" + item(message).path("id").asString() + "/attachments/" + page);
        assertThat(read.mediaType()).isEqualTo("application/octet-stream");
        assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(read.headers().allValues("X-Content-Type-Options")).hasSize(1);
        assertThat(read.header("Content-Security-Policy")).startsWith("sandbox");
        assertThat(read.header("Cache-Control")).contains("no-store");
        assertThat(read.header("Sluis-Scan")).isEqualTo("NOT_SCANNED");
        assertThat(read.header("Content-Disposition"))
                .startsWith("attachment; filename=")
                .endsWith(".bin")
                .doesNotContain("/", "\\", "%E2%80%AE");
    }

    @Test
    void anAnswerToAChunkThatNobodySignedEndsNoMessage() throws IOException {
        byte[] refusal = "{\"status\": 422}".getBytes(StandardCharsets.UTF_8);
        nodes.line().answer(path -> path.contains("/chunks/"), exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(422, refusal.length);
            exchange.getResponseBody().write(refusal);
        });
        String message = submit(uploaded("image/png", bytes(9, 10)), "Tekening", uploaded("image/png", bytes(9, 11)))
                .text("id");
        await().atMost(LONG).until(() -> tried(message));
        assertThat(nodes.system(Member.SCHOOL).get("/v1/messages/" + message).text("state"))
                .isEqualTo("QUEUED");
        nodes.line().mend();
        awaitState(message, "DELIVERED");
    }

    @Test
    void theSignedRefusalOfTheRecipientEndsTheMessageAndSaysWhy() throws IOException {
        String message = submit(
                        uploaded("image/png", bytes(9 * 1024 * 1024, 12)), "Groot", uploaded("image/png", bytes(9, 13)))
                .text("id");
        awaitState(message, "FAILED");
        assertThat(nodes.system(Member.SCHOOL).get("/v1/messages/" + message).text())
                .contains("ATTACHMENT_TOO_LARGE");
    }

    private boolean tried(String message) {
        return nodes.rows(Member.SCHOOL)
                .jdbc()
                .sql("SELECT attempts > 0 FROM outgoing WHERE id = ?::uuid")
                .param(message)
                .query(Boolean.class)
                .single();
    }

    @Test
    void theRecipientDropsAtOnceWhatCameOfAMessageThatIsWithdrawnHalfWay() throws IOException {
        String goes = uploaded("image/png", bytes(3 * 1024 * 1024, 5));
        String stays = uploaded("image/png", bytes(10, 6));
        Map<String, Long> before = attachmentsOfTheTeam();
        nodes.line().answer(path -> path.endsWith("/chunks/2"), exchange -> exchange.sendResponseHeaders(503, -1));
        String message = submit(goes, "Tekening", stays).text("id");
        await().atMost(LONG)
                .until(() -> attachmentsOfTheTeam().get("attachment_chunk") == before.get("attachment_chunk") + 2);

        // The node is out of reach when it is withdrawn: the word goes as soon as it is there again
        nodes.line().answer(exchange -> exchange.sendResponseHeaders(503, -1));
        withdraw();
        awaitState(message, "WITHDRAWN");
        await().atMost(LONG).until(() -> cancellation("attempts > 0"));
        assertThat(attachmentsOfTheTeam()).isNotEqualTo(before);
        nodes.line().mend();

        await().atMost(LONG).until(() -> attachmentsOfTheTeam().equals(before));
        await().atMost(LONG).until(() -> cancellation("state = 'DELIVERED'"));
        assertThat(nodes.rows(Member.WIJKTEAM).incoming(message)).isEmpty();
        assertThat(nodes.rows(Member.WIJKTEAM).feedItems(message)).isZero();
    }

    @Test
    void whatWaitsForAScannerIsNotDeliveredOnceTheNoticeHasComeAlsoWithoutTheCancellation() throws IOException {
        String goes = uploaded("image/png", bytes(100, 14));
        String stays = uploaded("image/png", bytes(10, 15));
        Map<String, Long> before = attachmentsOfTheTeam();
        nodes.line().answer(path -> path.equals("/v1/exchange"), exchange -> exchange.sendResponseHeaders(503, -1));
        String message = submit(goes, "Tekening", stays).text("id");
        await().atMost(LONG).until(() -> noScannerLooked(message));
        nodes.line().withhold("CANCELLATION");
        awaitState(message, "SENT");
        assertThat(nodes.rows(Member.WIJKTEAM).feedItems(message)).isZero();

        withdraw();

        awaitState(message, "WITHDRAWN");
        assertThat(cancellation("state = 'DELIVERED' AND thread = '" + message + "'"))
                .isFalse();
        assertThat(nodes.rows(Member.WIJKTEAM).feedItems(message)).isZero();
        assertThat(attachmentsOfTheTeam()).isEqualTo(before);
        assertThat(nodes.system(Member.SCHOOL).get("/v1/undelivered").text()).contains(message, "vernietigd");
        nodes.line().mend();
        await().atMost(LONG).until(() -> cancellation("state = 'DELIVERED' AND thread = '" + message + "'"));
    }

    /** As if the scanner of the team were away: true once what came of a message waits for it. */
    private boolean noScannerLooked(String message) {
        return nodes.rows(Member.WIJKTEAM)
                        .jdbc()
                        .sql("UPDATE attachment SET state = 'WAITING' WHERE state = 'NOT_SCANNED' AND id ="
                                + " (SELECT attachment FROM attachment_incoming WHERE message = ?::uuid)")
                        .param(message)
                        .update()
                > 0;
    }

    @Test
    void whatWasDeliveredBeforeTheWithdrawalStaysReadableAndTheTeamReadsThatTheConsentEnded() throws IOException {
        byte[] drawing = bytes(1000, 7);
        String goes = uploaded("image/png", drawing);
        String message =
                submit(goes, "Tekening", uploaded("image/png", bytes(10, 8))).text("id");
        awaitState(message, "DELIVERED");
        withdraw();
        await().atMost(LONG)
                .until(() -> nodes.system(Member.SCHOOL)
                        .get("/v1/messages/" + message)
                        .text()
                        .contains("RECIPIENT_TOLD_OF_WITHDRAWAL"));

        Http.Reply read = nodes.system(Member.WIJKTEAM)
                .get("/v1/feed/" + item(message).path("id").asString() + "/attachments/" + goes);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.bytes()).isEqualTo(drawing);
        assertThat(nodes.system(Member.WIJKTEAM)
                        .get("/v1/feed?limit=200")
                        .json()
                        .path("items")
                        .values())
                .anyMatch(each -> each.path("inReplyTo").asString("").equals(message)
                        && each.path("kind").asString().equals("CONSENT_EVENT"));
    }

    private void withdraw() throws IOException {
        assertThat(nodes.system(Member.SCHOOL)
                        .post(
                                "/v1/consents/" + consent + "/withdrawal",
                                "{\"by\": \"" + pupil + "\", \"channel\": \"TELEFONISCH\"}")
                        .status())
                .isEqualTo(200);
    }

    private Map<String, Long> attachmentsOfTheTeam() {
        Rows team = nodes.rows(Member.WIJKTEAM);
        return Map.of("attachment", team.count("attachment"), "attachment_chunk", team.count("attachment_chunk"));
    }

    private boolean cancellation(String is) {
        return nodes.rows(Member.SCHOOL)
                .jdbc()
                .sql("SELECT EXISTS (SELECT 1 FROM outgoing WHERE form = 'CANCELLATION' AND " + is + ")")
                .query(Boolean.class)
                .single();
    }

    @Test
    void whatCannotGoIsNotPromised() throws IOException {
        String good = uploaded("image/png", bytes(10, 3));
        assertThat(submit(UUID.randomUUID().toString(), "Weg", good).text()).contains("UNUSABLE_ATTACHMENT");
        Http.Reply begun = nodes.system(Member.SCHOOL)
                .send(
                        "POST",
                        "/v1/attachments",
                        Map.of("Content-Type", "image/png", "Upload-Complete", "?0"),
                        new byte[7]);
        assertThat(begun.status()).isEqualTo(201);
        assertThat(submit(begun.text("id"), "Half", good).text()).contains("UNUSABLE_ATTACHMENT");
    }

    @Test
    void anUploadGoesOnWhereItWas() throws IOException {
        byte[] content = bytes(2 * 1024 * 1024 + 5, 4);
        Http school = nodes.system(Member.SCHOOL);
        Http.Reply begun = school.send(
                "POST",
                "/v1/attachments",
                Map.of(
                        "Content-Type",
                        "image/png",
                        "Upload-Complete",
                        "?0",
                        "Upload-Length",
                        Integer.toString(content.length)),
                Arrays.copyOf(content, 1_500_000));
        String path = "/v1/attachments/" + begun.text("id");
        assertThat(school.get(path).json().path("size").asLong()).isEqualTo(1024 * 1024);
        assertThat(patch(path, 0, content).status()).isEqualTo(409);
        Http.Reply whole = patch(path, 1024 * 1024, Arrays.copyOfRange(content, 1024 * 1024, content.length));
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.text("state")).isEqualTo("NOT_SCANNED");
        assertThat(school.send("DELETE", path, Map.of(), new byte[0]).status()).isEqualTo(204);
        assertThat(school.get(path).status()).isEqualTo(404);
    }

    @Test
    void nobodyElseMayBringOrAskForChunks() throws IOException {
        String path = "/v1/exchange/" + UUID.randomUUID() + "/attachments/" + UUID.randomUUID();
        assertThat(nodes.system(Member.SCHOOL).get(path).status()).isEqualTo(403);
        assertThat(nodes.nobody(Member.WIJKTEAM).get(path).status()).isEqualTo(401);
        Http node = nodes.node(Member.SCHOOL, Member.WIJKTEAM);
        assertThat(node.get(path).status()).isEqualTo(204);
        assertThat(node.send("PUT", path + "/chunks/0", Map.of("Content-Type", "application/cms"), new byte[9])
                        .status())
                .isEqualTo(422);
        assertThat(node.send(
                                "PUT",
                                path + "/chunks/0",
                                Map.of("Content-Type", "application/cms"),
                                new byte[2 * 1024 * 1024])
                        .status())
                .isEqualTo(413);
        assertThat(nodes.node(Member.SCHOOL, Member.WIJKTEAM)
                        .get("/v1/attachments/" + UUID.randomUUID())
                        .status())
                .isEqualTo(403);
    }

    private Http.Reply patch(String path, long offset, byte[] bytes) throws IOException {
        return nodes.system(Member.SCHOOL).send("PATCH", path, Map.of("Upload-Offset", Long.toString(offset)), bytes);
    }

    private String uploaded(String mediaType, byte[] content) throws IOException {
        Http.Reply reply =
                nodes.system(Member.SCHOOL).send("POST", "/v1/attachments", Map.of("Content-Type", mediaType), content);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.text("id");
    }

    private Http.Reply submit(String goes, String title, String stays) throws IOException {
        String concern = Samples.concern(pupil, "slaapt slecht").stripTrailing();
        String with = concern.substring(0, concern.length() - 1) + """
                , "attachments": [
                   {"id": "%s", "about": "%s", "category": "OBSERVATION", "lifeDomain": "LGZ", "title": "%s"},
                   {"id": "%s", "about": "%s", "category": "DIAGNOSIS", "lifeDomain": "LGZ", "title": "Verslag GZ"}]}""".formatted(goes, pupil, title, stays, pupil);
        return nodes.system(Member.SCHOOL)
                .post(
                        "/v1/messages",
                        Map.of("Content-Type", Samples.CONCERN, "Sluis-Recipient", "wijkteam-noord"),
                        with);
    }

    private void awaitState(String message, String state) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(nodes.system(Member.SCHOOL)
                                .get("/v1/messages/" + message)
                                .text("state"))
                        .isEqualTo(state));
    }

    private JsonNode item(String message) throws IOException {
        return nodes.system(Member.WIJKTEAM).get("/v1/feed?limit=200").json().path("items").values().stream()
                .filter(each -> each.path("messageId").asString().equals(message))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
