package nl.sluis.tls;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import nl.sluis.node.BoundedBody;
import org.jspecify.annotations.Nullable;

/** One call of this node to another system, followed nowhere else: a redirect is an answer like any other. */
public sealed interface OutgoingCall {

    /** The other side answered, whatever it said. */
    @SuppressWarnings("ArrayRecordComponent") // owned by whoever called, never shared; equality is not used
    record Answered(int status, HttpHeaders headers, byte[] body) implements OutgoingCall {
        /** Never the content. */
        @Override
        public String toString() {
            return "Answered[" + status + ", " + body.length + " bytes]";
        }
    }

    /**
     * It did not, or not so that it could be read to its end.
     *
     * @param code {@code TIMEOUT}, {@code NO_CONNECTION}, {@code CONNECTION}, {@code TLS} or {@code STOPPING}
     */
    record Failed(String code) implements OutgoingCall {}

    /**
     * Calls once and waits for the answer, no longer than twice the timeout: that of the request ends with the head, and a body that
     * trickles in would hold whoever waits.
     *
     * @param timeout of the connection, and of the answer after it
     * @param largest bytes of an answer that are read; a larger one is {@code CONNECTION}
     */
    static OutgoingCall make(SSLContext tls, HttpRequest request, Duration timeout, int largest) {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(timeout)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, head -> new BoundedBody(largest));
        try {
            HttpResponse<byte[]> given = answer.get(2 * timeout.toMillis(), MILLISECONDS);
            return new Answered(given.statusCode(), given.headers(), given.body());
        } catch (ExecutionException e) {
            return new Failed(code(e.getCause()));
        } catch (TimeoutException e) {
            return new Failed("TIMEOUT");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed("STOPPING");
        } finally {
            client.shutdownNow();
        }
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
