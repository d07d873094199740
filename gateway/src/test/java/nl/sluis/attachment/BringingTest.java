package nl.sluis.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import nl.sluis.attachment.Bringing.Outcome;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.certs.CertificateUse;
import nl.sluis.directory.Partner;
import nl.sluis.seal.ChunkRefusal;
import nl.sluis.seal.ChunkSeal;
import nl.sluis.seal.TestSeals;
import nl.sluis.testing.SchoolPermit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.unit.DataSize;

/** What the recipient's node, or anything that stands before it, may answer to a chunk. */
class BringingTest {

    private static final byte[] RUBBISH = "<html>Unprocessable</html>".getBytes(StandardCharsets.UTF_8);

    private final AttachmentFixture node = new AttachmentFixture(DataSize.ofMegabytes(4));
    private final Bringing bringing = new Bringing(
            node.store,
            new Carried(node.jdbc, node.clock, new JdbcTransactionManager(node.data)),
            AttachmentFixture.settings(),
            node.clock);
    private HttpServer server;
    private Content.Attachment file;
    private ChunkSeal seal;
    private volatile int status = 204;
    private volatile byte[] body = new byte[0];
    private volatile String next = "0";

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                boolean asks = exchange.getRequestMethod().equals("GET");
                exchange.getResponseHeaders().set("Sluis-Next-Chunk", asks ? "0" : next);
                exchange.sendResponseHeaders(asks ? 204 : status, asks || body.length == 0 ? -1 : body.length);
                if (!asks) {
                    exchange.getResponseBody().write(body);
                }
            }
        });
        server.start();
        StoredAttachment stored = ((Uploads.Outcome.Taken)
                        node.uploads.begin("image/png", null, new ByteArrayInputStream(new byte[100]), true))
                .attachment();
        file = new Content.Attachment(
                stored.id(), "Tekening", new Content.File("image/png", 100, Objects.requireNonNull(stored.sha256())));
        seal = Objects.requireNonNull(TestSeals.sealer("school")
                .seal(SchoolPermit.with(file), TestSeals.recipient("wijkteam"))
                .beside());
        node.holdings.use(seal.sender(), seal.message(), java.util.List.of(stored.id()));
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void notesThatAChunkGoesBeforeItIsKnownThatItCame() {
        status = 500;
        assertThat(bring()).isEqualTo(new Outcome.Unreachable("HTTP_500"));
        assertThat(node.jdbc
                        .sql("SELECT count(*) FROM attachment_outgoing WHERE carried_at IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void endsWhenTheRecipientSaysSoWithItsSignature() {
        refuses("wijkteam", seal.message(), file.id(), "TOO_LARGE");
        assertThat(bring()).isEqualTo(new Outcome.Refused("ATTACHMENT_TOO_LARGE"));
    }

    @Test
    void believesNoRefusalOfAnotherOrAboutAnother() {
        refuses("huisarts", seal.message(), file.id(), "TOO_LARGE");
        assertThat(bring()).isEqualTo(new Outcome.Unreachable("HTTP_422"));
        refuses("wijkteam", new MessageId(UUID.randomUUID()), file.id(), "TOO_LARGE");
        assertThat(bring()).isEqualTo(new Outcome.Unreachable("HTTP_422"));
        refuses("wijkteam", seal.message(), UUID.randomUUID(), "TOO_LARGE");
        assertThat(bring()).isEqualTo(new Outcome.Unreachable("HTTP_422"));
        refuses("wijkteam", seal.message(), file.id(), "Mila is <b>ziek</b>");
        assertThat(bring()).isEqualTo(new Outcome.Unreachable("HTTP_422"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 302, 400, 403, 404, 410, 413, 415, 422, 429, 500, 502})
    void takesNothingThatNobodySignedForTheLastWord(int answered) {
        status = answered;
        body = RUBBISH;
        assertThat(bring()).isEqualTo(new Outcome.Unreachable("HTTP_" + answered));
    }

    @Test
    void readsAnAnswerNoFurtherThanItMust() {
        status = 422;
        body = new byte[8 << 20];
        assertThat(bring()).isEqualTo(new Outcome.Unreachable("CONNECTION"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "0", "x", "99999999999"})
    void doesNotGoRoundForEverWhenNothingIsTaken(String says) {
        next = says;
        assertThat(bring()).isInstanceOf(Outcome.Unreachable.class);
    }

    private void refuses(String signer, MessageId message, UUID attachment, String code) {
        status = 422;
        body = TestSeals.sealer(signer)
                .sign(new ChunkRefusal(
                        message,
                        attachment,
                        TestSeals.organisation("school"),
                        TestSeals.organisation("wijkteam"),
                        code,
                        node.clock.instant()));
    }

    private Outcome bring() {
        Partner team = new Partner(
                TestSeals.organisation("wijkteam"),
                "Wijkteam",
                OrganisationType.WIJKTEAM,
                "00000000000000000000",
                URI.create("http://localhost:" + server.getAddress().getPort()),
                TestSeals.certificate("wijkteam", CertificateUse.SEAL),
                null);
        return bringing.bring(seal, new Bringing.Road(HttpClient.newHttpClient(), team, Duration.ofSeconds(20)));
    }
}
