package nl.sluis.zgw;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import nl.sluis.certs.PkiFiles;
import nl.sluis.path.WebhookReceiver;
import nl.sluis.process.FreePorts;

/** A case system: what was made in it is found again. */
public final class ZgwServer implements AutoCloseable {

    public static final String CASES = "/zaken/api/v1/zaken";
    public static final String DOCUMENTS = "/documenten/api/v1/enkelvoudiginformatieobjecten";
    public static final String LINKS = "/zaken/api/v1/zaakinformatieobjecten";

    private final int port;
    private final WireMockServer server;

    ZgwServer(PkiFiles files, Path directory) throws IOException, GeneralSecurityException {
        this(files, directory, FreePorts.base(0));
    }

    public ZgwServer(PkiFiles files, Path directory, int port) throws IOException, GeneralSecurityException {
        this.port = port;
        server = WebhookReceiver.start(files, directory, port, "huisarts");
    }

    public String address(String path) {
        return "https://localhost:" + port + path;
    }

    /** Nothing is in it, and it takes everything. */
    public void empty() {
        server.resetAll();
        for (String path : List.of(CASES, DOCUMENTS)) {
            found(path, "{\"count\": 0, \"results\": []}");
            made(path);
        }
        found(LINKS, "[]");
        made(LINKS);
    }

    /** From now on it is there, by its identification. */
    public void holds(String path, String identification) {
        found(path, "{\"count\": 1, \"results\": [" + thing(path, identification, "517439943") + "]}");
    }

    /** From now on the document is in the case. */
    public void linked() {
        found(LINKS, "[{\"url\": \"" + address(LINKS) + "/1\"}]");
    }

    String thing(String path, String identification, String organisation) {
        return "{\"url\": \"" + address(path) + "/1\", \"identificatie\": \"" + identification
                + "\", \"bronorganisatie\": \"" + organisation + "\"}";
    }

    public void found(String path, String body) {
        server.stubFor(get(urlPathEqualTo(path)).willReturn(json(200, body)));
    }

    public void making(String path, ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlPathEqualTo(path)).willReturn(answer));
    }

    private void made(String path) {
        making(path, json(201, "{\"url\": \"" + address(path) + "/1\"}"));
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    /** What it was asked, the oldest first: {@code POST} and a path, or {@code GET}. */
    public List<String> asked() {
        return server.getAllServeEvents().reversed().stream()
                .map(event -> event.getRequest().getMethod() + " "
                        + event.getRequest().getUrl().replaceFirst("\\?.*", ""))
                .toList();
    }

    public List<LoggedRequest> requests() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }

    @Override
    public void close() {
        server.stop();
    }
}
