package nl.sluis.webhook;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import nl.sluis.node.BoundedBody;
import nl.sluis.webhook.WebhookSettings.Webhook;
import org.jspecify.annotations.Nullable;

/** Gives an event to an own system over mutual TLS, by one POST, and follows it nowhere else. */
final class WebhookClient {

    /** Nothing of the answer is of use. */
    private static final int LARGEST_ANSWER = 64 * 1024;

    private static final long LONGEST_TOKEN = 8 * 1024;
    private static final int GONE = 410;

    private final Supplier<SSLContext> tls;

    /** @param tls with the node's certificates of that moment */
    WebhookClient(Supplier<SSLContext> tls) {
        this.tls = tls;
    }

    /** Tries once; no longer than twice its timeout. */
    Outcome give(Webhook webhook, byte[] event) {
        try {
            if (!webhook.privateAddresses()
                    && Addresses.anyPrivate(webhook.url().getHost())) {
                return Outcome.NotNow.of("PRIVATE_ADDRESS");
            }
            return send(webhook, request(webhook, event));
        } catch (UnknownHostException e) {
            return Outcome.NotNow.of("NO_ADDRESS");
        } catch (IOException | IllegalArgumentException e) {
            return Outcome.NotNow.of("NO_TOKEN");
        }
    }

    private static HttpRequest request(Webhook webhook, byte[] event) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(webhook.url())
                .timeout(webhook.timeout())
                .header("Content-Type", EventWriter.MEDIA_TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(event));
        Path file = webhook.tokenFile();
        if (file != null) {
            request.header("Authorization", "Bearer " + token(file));
        }
        return request.build();
    }

    private static String token(Path file) throws IOException {
        String token =
                Files.size(file) > LONGEST_TOKEN ? "" : Files.readString(file).strip();
        if (token.isEmpty()) {
            throw new IOException("no token");
        }
        return token;
    }

    private Outcome send(Webhook webhook, HttpRequest request) {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(tls.get())
                .connectTimeout(webhook.timeout())
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, head -> new BoundedBody(LARGEST_ANSWER));
        try {
            // The timeout of the request ends with the head: a body that trickles in would hold the attempt
            return outcome(answer.get(2 * webhook.timeout().toMillis(), MILLISECONDS));
        } catch (ExecutionException e) {
            return Outcome.NotNow.of(code(e.getCause()));
        } catch (TimeoutException e) {
            return Outcome.NotNow.of("TIMEOUT");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.NotNow.of("STOPPING");
        } finally {
            client.shutdownNow();
        }
    }

    private static Outcome outcome(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return new Outcome.Taken();
        }
        return status == GONE ? new Outcome.Gone("HTTP_410") : new Outcome.NotNow("HTTP_" + status, asked(answer));
    }

    // Seconds; a date is taken for nothing, and the pause is our own
    private static Duration asked(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }

    private static String code(@Nullable Throwable cause) {
        String unknown = "CONNECTION";
        if (cause == null) {
            return unknown;
        }
        return switch (cause) {
            case HttpTimeoutException timeout -> "TIMEOUT";
            case ConnectException nothing -> "NO_CONNECTION";
            case SSLException tls -> "TLS";
            default -> unknown;
        };
    }
}
