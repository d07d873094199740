package nl.sluis.brp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import nl.sluis.canonical.Bsn;
import nl.sluis.path.RealFiles;
import nl.sluis.testing.ApiDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A register that answers with what its published description (OpenAPI) shows, and takes what that describes. */
class RecordedBrpTest {

    private static final Bsn CHILD = new Bsn("999990019");

    @Test
    void asksAsDescribedAndTakesNothingFromAnyErrorThatIsDescribed(@TempDir Path directory)
            throws IOException, GeneralSecurityException {
        Path published = RealFiles.file("brp", "haal-centraal-brp-bevragen-openapi.json");
        ApiDocument description = ApiDocument.of(JsonMapper.shared().readTree(Files.readString(published)));
        JsonNode post = description.root().path("paths").path("/personen").path("post");
        try (BrpServer register = new BrpServer(directory)) {
            Brp client = register.client(register.settings(null, null)).orElseThrow();
            int errors = 0;
            for (Map.Entry<String, JsonNode> answer : post.path("responses").properties()) {
                if (answer.getKey().matches("[45][0-9]{2}")) {
                    errors++;
                    recorded(register, Integer.parseInt(answer.getKey()), description.resolved(answer.getValue()));
                    assertThat(client.custodyOf(CHILD)).isEqualTo(new Brp.Response.None("HTTP_" + answer.getKey()));
                    asked(register, description);
                }
            }
            assertThat(errors).isEqualTo(8);
        }
    }

    private static void recorded(BrpServer register, int status, JsonNode described) {
        JsonNode content = described.path("content").path("application/problem+json");
        assertThat(content.path("example").isObject()).isTrue();
        register.answers(aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody(content.path("example").toString()));
    }

    private static void asked(BrpServer register, ApiDocument description) {
        LoggedRequest request = register.server()
                .findAll(postRequestedFor(urlEqualTo(BrpServer.PATH)))
                .getFirst();
        JsonNode question = JsonMapper.shared().readTree(request.getBody());
        JsonNode schema = description
                .root()
                .at("/components/schemas/PersonenQuery/discriminator/mapping")
                .path(question.path("type").asString());
        assertThat(description.faults(JsonMapper.shared().createObjectNode().put("$ref", schema.asString()), question))
                .isEmpty();
    }
}
