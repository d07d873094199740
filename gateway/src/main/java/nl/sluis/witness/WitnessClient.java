package nl.sluis.witness;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import nl.sluis.directory.Partner;
import nl.sluis.directory.PinnedTls;
import nl.sluis.node.BoundedBody;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks a partner's node over mutual TLS, pinned to its OIN. Rare, so that each time is a connection of its own. */
final class WitnessClient implements Asking {

    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(20);

    private final PinnedTls tls;

    WitnessClient(PinnedTls tls) {
        this.tls = tls;
    }

    @Override
    public Answer ask(Partner witness, Ask ask) {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(tls.contextFor(witness))
                .sslParameters(tls.parameters())
                .connectTimeout(CONNECT)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try {
            return ask(client, witness, ask);
        } finally {
            client.shutdownNow();
        }
    }

    private static Answer ask(HttpClient client, Partner witness, Ask ask) {
        HttpRequest request = HttpRequest.newBuilder(witness.endpoint().resolve(WitnessController.PATH))
                .timeout(WHOLE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/cms, application/problem+json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(ask.json()))
                .build();
        CompletableFuture<HttpResponse<byte[]>> response =
                client.sendAsync(request, head -> new BoundedBody(LARGEST_ANSWER));
        try {
            return answer(response.get(WHOLE.toMillis(), MILLISECONDS));
        } catch (ExecutionException e) {
            return new Answer.None("OUT_OF_REACH");
        } catch (TimeoutException e) {
            response.cancel(true);
            return new Answer.None("TIMEOUT");
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.None("STOPPING");
        }
    }

    static Answer answer(HttpResponse<byte[]> response) {
        return switch (response.statusCode()) {
            case 200 -> new Answer.Word(response.body());
            case 409 -> seen(response.body());
            // A program that knows no witnesses yet, or a partner that does not know us
            default -> new Answer.None("HTTP_" + response.statusCode());
        };
    }

    private static Answer seen(byte[] problem) {
        try {
            return new Answer.Seen(Base64.getDecoder()
                    .decode(JsonMapper.shared().readTree(problem).path("seen").asString("")));
        } catch (JacksonException | IllegalArgumentException e) {
            return new Answer.None("UNREADABLE");
        }
    }
}
