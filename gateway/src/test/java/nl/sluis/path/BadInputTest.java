package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.path.Http.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an own system may get wrong, or do on purpose. Each is answered with a problem document that names the place; the value
 * stands neither there nor in the log, nothing of it is stored, and the node goes on.
 */
@ExtendWith(NodesExtension.class)
class BadInputTest {

    private static final String MARK = BadInput.MARK;
    private static final String MESSAGES = "/v1/messages";

    private final Nodes nodes;
    private final Heard heard = new Heard();
    private Map<String, Long> before = Map.of();

    BadInputTest(Nodes nodes) {
        this.nodes = nodes;
    }

    @BeforeEach
    void count() {
        before = nodes.rows(Member.SCHOOL).counts();
    }

    @AfterEach
    void silence() {
        heard.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nl.sluis.path.BadInput#rows")
    void isAnsweredWithThePlaceAndLeavesNothing(BadInput row) throws IOException {
        Reply reply = nodes.system(Member.SCHOOL).send(row.method(), row.path(), row.headers(), row.body());
        refused(reply, row.status(), row.place());
    }

    @Test
    void readsNoFileAndNoAddressThatADocumentNames(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("geheim.txt"), MARK);
        AtomicInteger asked = new AtomicInteger();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        elsewhere.start();
        try {
            String address = "http://localhost:" + elsewhere.getAddress().getPort() + "/" + MARK;
            for (String target : List.of(secret.toUri().toString(), address)) {
                for (String type : List.of("application/fhir+xml", "application/xml;profile=oso")) {
                    refused(
                            nodes.system(Member.SCHOOL).post(MESSAGES, BadInput.to(type), BadInput.external(target)),
                            422,
                            "/ DOCTYPE_FORBIDDEN");
                }
            }
        } finally {
            elsewhere.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherBody() throws IOException {
        Http school = nodes.system(Member.SCHOOL);
        Map<String, String> headers = new LinkedHashMap<>(BadInput.to(Samples.CONCERN));
        headers.put("Idempotency-Key", MARK);
        Reply first = school.post(MESSAGES, headers, Samples.concern("wim", "Is vaak te laat."));
        assertThat(first.status()).isEqualTo(202);
        Reply again = school.post(MESSAGES, headers, Samples.concern("wim", "Is vaak te laat."));
        assertThat(again.json()).isEqualTo(first.json());
        before = nodes.rows(Member.SCHOOL).counts();
        refused(school.post(MESSAGES, headers, Samples.concern("wim", "Is nooit te laat.")), 409, "");
    }

    @Test
    void answersTheSameAboutWhatIsUnknownAndWhatIsNotYours() throws IOException {
        Http school = nodes.system(Member.SCHOOL);
        String known = school.post(MESSAGES, BadInput.to(Samples.CONCERN), Samples.concern("wies", "Is moe."))
                .text("id");
        assertThat(school.get("/v1/messages/" + known).status()).isEqualTo(200);
        String unknown = UUID.randomUUID().toString();
        Http elsewhere = nodes.system(Member.HUISARTS);
        assertSame(elsewhere, known, unknown, 404);
        assertSame(nodes.system(Member.HUISARTS, Member.SCHOOL), known, unknown, 401);
        assertSame(nodes.node(Member.HUISARTS, Member.SCHOOL), known, unknown, 403);
        assertSame(nodes.nobody(Member.SCHOOL), known, unknown, 401);
    }

    private static void assertSame(Http caller, String known, String unknown, int status) throws IOException {
        Reply one = caller.get("/v1/messages/" + known);
        Reply other = caller.get("/v1/messages/" + unknown);
        assertThat(one.status()).isEqualTo(status);
        assertThat(other.toString()).isEqualTo(one.toString()).doesNotContain("instance", known, unknown);
    }

    private void refused(Reply reply, int status, String place) throws IOException {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.mediaType()).isEqualTo("application/problem+json");
        assertThat(reply.json().path("status").asInt()).isEqualTo(status);
        assertThat(reply.text()).doesNotContainIgnoringCase(MARK).doesNotContain("instance");
        if (!place.isEmpty()) {
            assertThat(RealInputTest.codes(reply)).anyMatch(fault -> fault.startsWith(place));
        }
        assertThat(heard.text()).doesNotContainIgnoringCase(MARK);
        assertThat(nodes.rows(Member.SCHOOL).counts()).isEqualTo(before);
        Reply good = nodes.system(Member.SCHOOL)
                .post("/v1/decisions", BadInput.to(Samples.CONCERN), Samples.concern("iris", "Is moe."));
        assertThat(good.status()).as("the node goes on").isEqualTo(200);
    }
}
