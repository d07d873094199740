package nl.sluis.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API of one node, as that organisation's own information system sees it. */
final class NodeApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI address;
    private final HttpClient client;

    /** Calls the node at an address with a client certificate. */
    NodeApi(URI address, Path certificate, Path key, Path trust) {
        this.address = address;
        this.client =
                HttpClient.newBuilder().sslContext(tls(certificate, key, trust)).build();
    }

    /** An answer: its status and its JSON. */
    record Answer(int status, JsonNode body) {

        String text(String field) {
            return body.path(field).asString("");
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Answer put(String path, String json) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").PUT(body(json)));
    }

    Answer post(String path, String json) throws IOException, InterruptedException {
        return post(path, "application/json", json, Map.of());
    }

    Answer post(String path, String mediaType, String content, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(path).header("Content-Type", mediaType).POST(body(content));
        headers.forEach(request::header);
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(TIMEOUT).header("Accept-Language", "nl");
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(
                response.statusCode(),
                response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body()));
    }

    private static HttpRequest.BodyPublisher body(String content) {
        return HttpRequest.BodyPublishers.ofString(content, StandardCharsets.UTF_8);
    }

    private static SSLContext tls(Path certificate, Path key, Path trust) {
        return SslBundle.of(new PemSslStoreBundle(
                        PemSslStoreDetails.forCertificate("file:" + certificate).withPrivateKey("file:" + key),
                        PemSslStoreDetails.forCertificate("file:" + trust)))
                .createSslContext();
    }
}
