package nl.sluis.directory;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.sluis.node.BoundedBody;

/** Asks at an address of the configuration: so many bytes in so much time at most, and followed nowhere. */
final class BoundedFetch {

    private BoundedFetch() {}

    /**
     * What is answered with status 200.
     *
     * @param longest until all of it is here
     * @param largest in bytes
     * @throws IllegalStateException saying why there is nothing, without the address
     */
    static byte[] of(HttpRequest.Builder request, Duration longest, int largest) {
        // Followed nowhere: the address is the operator's, and where it would lead is not
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(longest)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            CompletableFuture<HttpResponse<byte[]>> answer =
                    client.sendAsync(request.timeout(longest).build(), head -> new BoundedBody(largest));
            try {
                HttpResponse<byte[]> got = answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
                if (got.statusCode() != 200) {
                    throw new IllegalStateException("is answered with status " + got.statusCode());
                }
                return got.body();
            } catch (ExecutionException | TimeoutException e) {
                client.shutdownNow();
                throw new IllegalStateException("cannot be fetched", e);
            } catch (InterruptedException e) {
                client.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("cannot be fetched", e);
            }
        }
    }
}
