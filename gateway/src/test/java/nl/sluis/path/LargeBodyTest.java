package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLSocket;
import nl.sluis.demo.Neighbourhood.Member;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body of 200 MB is not read, wherever it is sent; over a bare socket, since clients wait until they have sent everything. */
@ExtendWith(NodesExtension.class)
class LargeBodyTest {

    private static final long LENGTH = 200L * 1024 * 1024;
    private static final String MARK = "Zevenster4711";

    private final Nodes nodes;
    private final Heard heard = new Heard();
    private Map<String, Long> before = Map.of();
    private long unfinished;

    LargeBodyTest(Nodes nodes) {
        this.nodes = nodes;
    }

    @BeforeEach
    void count() {
        before = nodes.rows(Member.SCHOOL).counts();
        unfinished = nodes.rows(Member.SCHOOL).unfinishedAttachments();
    }

    @AfterEach
    void leavesNothingAndTheNodeGoesOn() throws IOException {
        heard.close();
        assertThat(heard.text()).doesNotContain(MARK);
        assertThat(nodes.rows(Member.SCHOOL).counts()).isEqualTo(before);
        assertThat(moreUnfinished(0)).isTrue();
        assertThat(nodes.system(Member.SCHOOL).get("/v1/feed").status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0} {1} with {2}")
    @CsvSource({
        "POST, /v1/messages, application/json",
        "POST, /v1/decisions, application/fhir+json",
        "POST, /v1/consents, application/json",
        "POST, /v1/consents, application/fhir+xml",
        "PUT, /v1/persons/iris, application/json",
        "POST, /v1/meldcode-cases, application/json",
        "POST, /v1/messages, multipart/form-data; boundary=q",
        "POST, /v1/elsewhere, application/json",
        "POST, /v1/attachments, image/png",
        "PATCH, /v1/attachments/00000000-0000-4000-8000-000000000001, image/png",
    })
    void isRefusedByItsLength(String method, String path, String mediaType) throws IOException {
        tooLarge(sent(nodes.system(Member.SCHOOL), head(method, path, mediaType, "Content-Length: " + LENGTH), false));
    }

    @ParameterizedTest(name = "{0} {1} with {2}")
    @CsvSource({
        "POST, /v1/messages, application/json",
        "POST, /v1/consents, application/json",
        "POST, /v1/consents, application/fhir+xml",
        "PUT, /v1/persons/iris, application/json",
        "POST, /v1/attachments, image/png",
    })
    void isRefusedWhenItDoesNotSayItsLength(String method, String path, String mediaType) throws IOException {
        tooLarge(sent(nodes.system(Member.SCHOOL), head(method, path, mediaType, "Transfer-Encoding: chunked"), true));
    }

    @Test
    void isRefusedFromANodeToo() throws IOException {
        Http node = nodes.node(Member.HUISARTS, Member.SCHOOL);
        String named = "\r\nSluis-Message-Id: " + UUID.randomUUID();
        String byLength =
                sent(node, head("POST", "/v1/exchange", "application/cms", "Content-Length: " + LENGTH + named), false);
        String chunked =
                sent(node, head("POST", "/v1/exchange", "application/cms", "Transfer-Encoding: chunked" + named), true);
        tooLarge(byLength);
        tooLarge(chunked);
        assertThat(List.of(byLength, chunked))
                .as("with the node's signed word, by which the sender may end it")
                .allMatch(answer -> answer.contains("\"refusal\":\"MI"));
    }

    /** The node itself waits a minute for a byte; the test does not. */
    @Test
    void anAttachmentThatIsCutOffLeavesNothingAndOneThatStandsStillHoldsUpNobody() throws IOException {
        Http school = nodes.system(Member.SCHOOL);
        try (SSLSocket cut = begun(school);
                SSLSocket slow = begun(school)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> moreUnfinished(2));
            cut.close();
            await().atMost(Duration.ofSeconds(30)).until(() -> moreUnfinished(1));
            assertThat(school.send("POST", "/v1/attachments", Map.of("Content-Type", "image/png"), new byte[9])
                            .status())
                    .isEqualTo(201);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> moreUnfinished(0));
        await().atMost(Duration.ofSeconds(30)).until(() -> heard.text().split("a request was cut off", -1).length > 2);
        assertThat(heard.text()).doesNotContain("ClientAbortException");
    }

    private boolean moreUnfinished(int more) {
        return nodes.rows(Member.SCHOOL).unfinishedAttachments() == unfinished + more;
    }

    // One chunk and a half of three
    private static SSLSocket begun(Http caller) throws IOException {
        URI address = caller.address();
        SSLSocket socket = (SSLSocket)
                caller.tls().context().getSocketFactory().createSocket(address.getHost(), address.getPort());
        OutputStream out = socket.getOutputStream();
        out.write(head("POST", "/v1/attachments", "image/png", "Content-Length: 3145728")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[1_572_864]);
        out.flush();
        return socket;
    }

    private static void tooLarge(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("https://sluis.nl/problems/too-large")
                .doesNotContain(MARK)
                .doesNotContain("instance");
    }

    private static String head(String method, String path, String mediaType, String more) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + mediaType
                + "\r\nSluis-Recipient: wijkteam-noord\r\n" + more + "\r\n\r\n";
    }

    private static String sent(Http caller, String head, boolean chunked) throws IOException {
        URI address = caller.address();
        try (SSLSocket socket = (SSLSocket)
                caller.tls().context().getSocketFactory().createSocket(address.getHost(), address.getPort())) {
            socket.startHandshake();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            Thread reader = Thread.ofVirtual().start(() -> read(socket, answer));
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            if (chunked) {
                chunks(out, reader);
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> !reader.isAlive());
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    private static void chunks(OutputStream out, Thread reader) {
        byte[] content = MARK.repeat(65_536 / MARK.length()).getBytes(StandardCharsets.US_ASCII);
        byte[] size = (Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try {
            for (long written = 0; written < LENGTH && reader.isAlive(); written += content.length) {
                out.write(size);
                out.write(content);
                out.write(new byte[] {'\r', '\n'});
            }
        } catch (IOException closed) {
            // The node does not read on, as it should
        }
    }

    private static void read(SSLSocket socket, ByteArrayOutputStream answer) {
        try {
            InputStream in = socket.getInputStream();
            byte[] part = new byte[8192];
            // The node waits a while before it closes, so that a client that is still sending can read the answer
            while (!answer.toString(StandardCharsets.UTF_8).contains("}")) {
                int length = in.read(part);
                if (length < 0) {
                    return;
                }
                answer.write(part, 0, length);
            }
        } catch (IOException closed) {
            // What came before counts
        }
    }
}
