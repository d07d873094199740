package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import nl.sluis.testing.ApiDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of one node. */
final class Http {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Whatever a test asks, the answer is one that the document of the API knows. */
    private static final ApiDocument DOCUMENT = ApiDocument.served();

    private final URI address;
    private final Tls tls;
    private final HttpClient client;

    Http(URI address, Tls tls) {
        this.address = address;
        this.tls = tls;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls.context())
                .build();
    }

    /** An answer. */
    @SuppressWarnings("ArrayRecordComponent") // compared by hand
    record Reply(int status, byte[] bytes, HttpHeaders headers) {

        String mediaType() {
            return header("Content-Type");
        }

        String nextChunk() {
            return header("Sluis-Next-Chunk");
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(bytes);
        }

        String text(String field) {
            return json().path(field).asString("");
        }

        @Override
        public String toString() {
            return status + " " + mediaType() + " " + text();
        }
    }

    Reply get(String path) throws IOException {
        return send("GET", path, Map.of(), new byte[0]);
    }

    Reply put(String path, String json) throws IOException {
        return send("PUT", path, Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
    }

    Reply post(String path, String json) throws IOException {
        return post(path, "application/json", json);
    }

    Reply post(String path, String mediaType, String body) throws IOException {
        return post(path, Map.of("Content-Type", mediaType), body);
    }

    Reply post(String path, Map<String, String> headers, String body) throws IOException {
        return send("POST", path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    Reply send(String method, String path, Map<String, String> headers, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(TIMEOUT)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Reply reply = new Reply(answer.statusCode(), answer.body(), answer.headers());
            assertThat(DOCUMENT.undescribed(method, path, reply.status(), reply.mediaType(), reply.bytes()))
                    .isEmpty();
            return reply;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for an answer", e);
        }
    }

    URI address() {
        return address;
    }

    Tls tls() {
        return tls;
    }
}
