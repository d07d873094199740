package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLException;
import nl.sluis.certs.CertificateUse;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.path.Http.Reply;
import nl.sluis.testing.ApiDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may not come in does not come in, and leaves nothing behind. */
@ExtendWith(NodesExtension.class)
class BadCallerTest {

    private final Nodes nodes;
    private Map<String, Long> before = Map.of();

    BadCallerTest(Nodes nodes) {
        this.nodes = nodes;
    }

    @BeforeEach
    void count() {
        before = nodes.rows(Member.SCHOOL).counts();
    }

    @AfterEach
    void leavesNothingAndTheNodeGoesOn() throws IOException {
        assertThat(nodes.rows(Member.SCHOOL).counts()).isEqualTo(before);
        assertThat(concern(nodes.system(Member.SCHOOL), "/v1/decisions").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/messages", "/v1/decisions", "/v1/consents", "/v1/exchange", "/v1/feed"})
    void nobodyComesInWithoutACertificate(String path) throws IOException {
        refused(concern(nodes.nobody(Member.SCHOOL), path), 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/messages", "/v1/decisions", "/v1/consents", "/v1/feed"})
    void anotherOrganisationIsNoOwnSystem(String path) throws IOException {
        // The system of another organisation is nobody here, and may not pose as its node
        refused(concern(nodes.system(Member.HUISARTS, Member.SCHOOL), path), 401);
        refused(concern(nodes.node(Member.HUISARTS, Member.SCHOOL), path), 403);
        refused(concern(nodes.node(Member.SCHOOL, Member.SCHOOL), path), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/cms", "application/json"})
    void anOwnSystemIsNoNode(String mediaType) throws IOException {
        Reply reply = nodes.system(Member.SCHOOL)
                .post(
                        "/v1/exchange",
                        Map.of(
                                "Content-Type",
                                mediaType,
                                "Sluis-Message-Id",
                                UUID.randomUUID().toString()),
                        "x");
        refused(reply, 403);
    }

    @ParameterizedTest(name = "a certificate that is {0}, for a {1}")
    @CsvSource({"expired, SYSTEM", "expired, NODE", "other-ca, SYSTEM", "other-ca, NODE"})
    void theHandshakeFailsWithACertificateThat(String fault, CertificateUse use) {
        Http caller = nodes.caller(Member.SCHOOL, fault, use);
        assertThatExceptionOfType(SSLException.class).isThrownBy(() -> concern(caller, "/v1/messages"));
    }

    /** It is of the right authority, and of nobody that this node knows: as good as none. */
    @ParameterizedTest
    @CsvSource({"SYSTEM, /v1/messages", "NODE, /v1/messages", "SYSTEM, /v1/exchange", "NODE, /v1/exchange"})
    void aCertificateWithAnOinOfNobodyIsAsGoodAsNone(CertificateUse use, String path) throws IOException {
        refused(concern(nodes.caller(Member.SCHOOL, "wrong-oin", use), path), 401);
    }

    /** It carries the team's OIN, and is of the right authority, which took it back. */
    @ParameterizedTest
    @CsvSource({"SYSTEM, /v1/messages", "NODE, /v1/exchange"})
    void aCertificateThatWasTakenBackIsAsGoodAsNone(CertificateUse use, String path) throws IOException {
        refused(concern(nodes.caller(Member.SCHOOL, "revoked", use), path), 401);
    }

    /** It says what the API is and nothing about the node. */
    @Test
    void everybodyReadsTheDescriptionFromAnySiteAndNobodyChangesIt() throws IOException {
        Http nobody = nodes.nobody(Member.SCHOOL);
        Reply reply = nobody.send("GET", "/openapi.json", Map.of("Origin", "https://example.org"), new byte[0]);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo(ApiDocument.text());
        assertThat(reply.mediaType()).isEqualTo("application/json");
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(reply.header("API-Version"))
                .isEqualTo(ApiDocument.served().root().at("/info/version").asString());
        assertThat(nobody.send("HEAD", "/openapi.json", Map.of(), new byte[0]).status())
                .isEqualTo(200);
        refused(nobody.put("/openapi.json", "{}"), 405);
        refused(nobody.get("/openapi.json/"), 401);
    }

    /** Also what is refused, and what no browser should ever ask for. */
    @ParameterizedTest
    @CsvSource({"/v1/messages, 401", "/v1/feed, 200", "/assets/console/feed.js, 200"})
    void noAnswerRunsAnythingInABrowserOrStandsInAnotherPage(String path, int status) throws IOException {
        Http caller = status == 401 ? nodes.nobody(Member.SCHOOL) : nodes.system(Member.SCHOOL);
        Reply reply = caller.get(path);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'");
        assertThat(reply.headers().map())
                .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                .containsEntry("Referrer-Policy", List.of("no-referrer"))
                .containsEntry("Cross-Origin-Opener-Policy", List.of("same-origin"))
                .containsEntry("Cross-Origin-Resource-Policy", List.of("same-origin"))
                .containsKey("Strict-Transport-Security");
    }

    private static Reply concern(Http caller, String path) throws IOException {
        return caller.post(
                path,
                Map.of("Content-Type", Samples.CONCERN, "Sluis-Recipient", Member.WIJKTEAM.organisation()),
                Samples.concern("iris", "Is moe."));
    }

    private static void refused(Reply reply, int status) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.mediaType()).isEqualTo("application/problem+json");
        assertThat(reply.text()).doesNotContain("instance");
    }
}
