package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.canonical.MessageId;
import nl.sluis.demo.Neighbourhood.Member;
import org.awaitility.pollinterval.FixedPollInterval;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A partner's node that answers anything but what it should: nothing of it is taken for an acceptance. */
@ExtendWith(NodesExtension.class)
class HostilePartnerTest {

    private static final Duration CEILING = Duration.ofSeconds(120);
    private static final byte[] RUBBISH = "<html>Thank you!</html>".getBytes(StandardCharsets.UTF_8);

    private static final byte[] NO_WORD = "{\"status\": 413, \"refusal\": \"MIIB*\"}".getBytes(StandardCharsets.UTF_8);

    private final Nodes nodes;

    HostilePartnerTest(Nodes nodes) {
        this.nodes = nodes;
    }

    @AfterEach
    void mend() {
        nodes.line().mend();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerThatIsNoneIsNoAcceptanceAndTheMessageArrivesOnceAllTheSame(Line.Answering answer) throws IOException {
        arrivesOnceAllTheSame(answer);
    }

    /** Whoever stands between two nodes could say so. */
    @Test
    void aRefusalThatTheRecipientDidNotSignAboutThisMessageIsNotTheEndOfIt() throws IOException {
        arrivesOnceAllTheSame(new Refusal(nodes, Member.HUISARTS, brought -> brought));
        arrivesOnceAllTheSame(new Refusal(nodes, Member.WIJKTEAM, brought -> new MessageId(UUID.randomUUID())));
    }

    private void arrivesOnceAllTheSame(Line.Answering answer) throws IOException {
        Http school = nodes.system(Member.SCHOOL);
        school.put("/v1/persons/roos", Samples.person("2008-05-04"));
        school.post("/v1/consents", Samples.consent("roos", Samples.today().plusMonths(2)));
        nodes.line().answer(answer);

        String message = school.post(
                        "/v1/messages",
                        Map.of("Content-Type", Samples.CONCERN, "Sluis-Recipient", Member.WIJKTEAM.organisation()),
                        Samples.concern("roos", "Is vaak moe."))
                .text("id");
        await().atMost(CEILING).until(() -> tried(message));
        assertThat(state(school, message)).isEqualTo("QUEUED");
        assertThat(nodes.rows(Member.WIJKTEAM).incoming(message)).isEmpty();
        nodes.line().mend();

        await().atMost(CEILING)
                .pollInterval(FixedPollInterval.fixed(Duration.ofMillis(200)))
                .until(() -> state(school, message), "DELIVERED"::equals);
        assertThat(nodes.rows(Member.WIJKTEAM).feedItems(message)).isEqualTo(1);
    }

    static Stream<Named<Line.Answering>> answers() {
        return Stream.of(
                Named.of("200 with rubbish", exchange -> whole(exchange, 200, RUBBISH)),
                Named.of("202 with rubbish", exchange -> whole(exchange, 202, RUBBISH)),
                Named.of("202 with nothing", exchange -> exchange.sendResponseHeaders(202, -1)),
                Named.of("202 with more than is read", exchange -> whole(exchange, 202, new byte[8 << 20])),
                Named.of("a redirection", HostilePartnerTest::redirect),
                Named.of("500 with a page", exchange -> whole(exchange, 500, RUBBISH)),
                Named.of("413 of a proxy", exchange -> whole(exchange, 413, RUBBISH)),
                Named.of("413 with a word that is none", exchange -> whole(exchange, 413, NO_WORD)),
                Named.of("415 with nothing", exchange -> exchange.sendResponseHeaders(415, -1)),
                Named.of("422 with a page", exchange -> whole(exchange, 422, RUBBISH)),
                Named.of("nothing at all", exchange -> {}),
                Named.of("half of what it says", HostilePartnerTest::half),
                Named.of("a trickle", HostilePartnerTest::trickle));
    }

    private static void whole(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/cms");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", "https://localhost/elsewhere");
        exchange.sendResponseHeaders(307, -1);
    }

    private static void half(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(202, RUBBISH.length * 2L);
        exchange.getResponseBody().write(RUBBISH);
    }

    // Longer than an attempt may take
    private static void trickle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(202, 0);
        OutputStream out = exchange.getResponseBody();
        await().atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(FixedPollInterval.fixed(Duration.ofMillis(300)))
                .until(() -> {
                    try {
                        out.write(1);
                        out.flush();
                        return false;
                    } catch (IOException hungUp) {
                        return true;
                    }
                });
    }

    private boolean tried(String message) {
        return nodes.rows(Member.SCHOOL)
                        .jdbc()
                        .sql("SELECT attempts FROM outgoing WHERE id = ?::uuid")
                        .param(message)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static String state(Http school, String message) throws IOException {
        return school.get("/v1/messages/" + message).text("state");
    }
}
