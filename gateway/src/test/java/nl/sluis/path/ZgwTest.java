package nl.sluis.path;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.sluis.feed.Feed;
import nl.sluis.process.FreePorts;
import nl.sluis.testing.Family;
import nl.sluis.zgw.ZgwServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A whole node opens a case for what comes in, though the case system is ill at first. */
class ZgwTest {

    private static final Duration CEILING = Duration.ofSeconds(30);

    @Test
    void opensACaseForWhatComesInOnceTheCaseSystemTakesIt(@TempDir Path directory)
            throws IOException, GeneralSecurityException {
        int port = FreePorts.base(0);
        try (SchoolAlone node = new SchoolAlone(settings(port, directory));
                ZgwServer cases = new ZgwServer(node.files(), directory, port)) {
            cases.empty();
            cases.making(ZgwServer.CASES, aResponse().withStatus(403));
            UUID item = arrives(node);
            await().atMost(CEILING).untilAsserted(() -> assertThat(code(node)).isEqualTo("HTTP_403"));

            cases.empty();
            await().atMost(CEILING).untilAsserted(() -> {
                node.clock().advance(Duration.ofSeconds(2));
                assertThat(cases.asked()).contains("POST " + ZgwServer.LINKS);
            });
            await().atMost(CEILING).untilAsserted(() -> assertThat(filed(node)).isEqualTo(1));
            assertThat(cases.requests().toString()).contains("SL-" + item).doesNotContain("Is moe");
            assertThat(code(node)).isEmpty();
        }
    }

    private static Map<String, Object> settings(int port, Path directory) throws IOException {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "sluis.zgw.cases",
                "https://localhost:" + port + "/zaken/api/v1",
                "sluis.zgw.documents",
                "https://localhost:" + port + "/documenten/api/v1",
                "sluis.zgw.client-id",
                "sluis",
                "sluis.zgw.secret-file",
                Files.writeString(directory.resolve("secret"), "s".repeat(40)),
                "sluis.zgw.organisation",
                "517439943",
                "sluis.zgw.document-type",
                "https://localhost/catalogi/api/v1/informatieobjecttypen/1"));
        settings.put(
                "sluis.zgw.case-types."
                        + Family.concern("Is moe.").build().kind().name(),
                "https://localhost/catalogi/api/v1/zaaktypen/1");
        return settings;
    }

    private static UUID arrives(SchoolAlone node) {
        Feed feed = node.part(Feed.class);
        return Objects.requireNonNull(node.part(TransactionTemplate.class)
                .execute(status -> feed.add(Family.concern("Is moe.").build(), Instant.now())));
    }

    private static String code(SchoolAlone node) {
        return node.part(JdbcClient.class)
                .sql("SELECT coalesce(max(code), '') FROM webhook_notice WHERE subscription = 'zaken'")
                .query(String.class)
                .single();
    }

    private static long filed(SchoolAlone node) {
        return node.part(JdbcClient.class)
                .sql("SELECT count(*) FROM audit_entry WHERE event = 'zaak.filed'")
                .query(Long.class)
                .single();
    }
}
