package nl.sluis.zgw;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static nl.sluis.zgw.ZgwServer.CASES;
import static nl.sluis.zgw.ZgwServer.DOCUMENTS;
import static nl.sluis.zgw.ZgwServer.LINKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageKind;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.DevelopmentPki;
import nl.sluis.certs.Holder;
import nl.sluis.certs.PkiFiles;
import nl.sluis.testing.Family;
import nl.sluis.testing.Journal;
import nl.sluis.tls.TestTls;
import nl.sluis.webhook.Notice;
import nl.sluis.webhook.NoticeType;
import nl.sluis.webhook.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A case system that has nothing, has it already, takes half of it, refuses, or is away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseSystemTest {

    private static final String SECRET = "a-secret-of-this-test-of-40-characters-..";
    private static final Instant NOW = Instant.parse("2026-11-22T23:30:00Z");
    private static final List<String> ALL_NEW = List.of(
            "GET " + CASES, "POST " + CASES, "GET " + DOCUMENTS, "POST " + DOCUMENTS, "GET " + LINKS, "POST " + LINKS);

    private final Message message = Family.concern("Is moe.").build();
    private final Notice notice =
            new Notice(UUID.randomUUID(), CaseSystem.NAME, NoticeType.ITEM_ARRIVED, UUID.randomUUID(), NOW, 0);

    private PkiFiles files;
    private ZgwServer server;
    private Path secret;
    private SSLContext tls;
    private Journal journal;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException, GeneralSecurityException {
        files = DevelopmentPki.generate(directory.resolve("certs"), Holder.lindedam());
        server = new ZgwServer(files, directory);
        secret = Files.writeString(directory.resolve("secret"), SECRET + "\n");
        SslBundle bundle = SslBundle.of(new PemSslStoreBundle(
                PemSslStoreDetails.forCertificate("file:" + files.certificate("wijkteam", CertificateUse.NODE))
                        .withPrivateKey("file:" + files.key("wijkteam", CertificateUse.NODE)),
                PemSslStoreDetails.forCertificate("file:" + files.ca())));
        tls = TestTls.good().forCalls(bundle, bundle.getManagers().getTrustManagers());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void empty() {
        server.empty();
        journal = new Journal();
    }

    @Test
    void opensACaseWithADocumentThatSaysWhereTheMessageIsReadAndNothingOfAnybody() {
        assertThat(give(settings(secret))).isEqualTo(new Outcome.Taken());

        assertThat(server.asked()).isEqualTo(ALL_NEW);
        assertThat(sent(CASES)).isEqualTo(JsonMapper.shared().readTree("""
                {"identificatie": "SL-%s", "bronorganisatie": "517439943", "vertrouwelijkheidaanduiding": "zaakvertrouwelijk",
                 "omschrijving": "Bericht via Sluis", "zaaktype": "https://localhost/catalogi/api/v1/zaaktypen/1",
                 "verantwoordelijkeOrganisatie": "517439943", "startdatum": "2026-11-23"}""".formatted(message.thread())));
        JsonNode document = sent(DOCUMENTS);
        assertThat(document.path("identificatie").asString()).isEqualTo("SL-" + notice.item());
        String text =
                new String(Base64.getDecoder().decode(document.path("inhoud").asString()), StandardCharsets.UTF_8);
        assertThat(text)
                .isEqualTo("/v1/feed/" + notice.item() + "/message\n")
                .hasSize(document.path("bestandsomvang").asInt());
        assertThat(sent(LINKS).path("zaak").asString()).isEqualTo(server.address(CASES) + "/1");
        assertThat(sent(LINKS).path("informatieobject").asString()).isEqualTo(server.address(DOCUMENTS) + "/1");
        assertThat(journal.audited()).containsExactly("zaak.filed {item=" + notice.item() + "}");
        assertThat(server.requests().toString()).doesNotContain("Is moe", "999990");
    }

    @Test
    void showsATokenThatItSignedItself() throws ParseException, JOSEException {
        give(settings(secret));

        for (LoggedRequest request : server.requests()) {
            SignedJWT token = SignedJWT.parse(request.getHeader("Authorization").replaceFirst("^Bearer ", ""));
            assertThat(token.verify(new MACVerifier(SECRET))).isTrue();
            assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("HS256");
            assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("sluis-wijkteam");
            assertThat(token.getJWTClaimsSet().getClaim("client_id")).isEqualTo("sluis-wijkteam");
            assertThat(token.getJWTClaimsSet().getIssueTime()).isEqualTo(NOW);
            assertThat(request.getHeader("Accept-Crs")).isEqualTo("EPSG:4326");
        }
    }

    @Test
    void putsAFurtherMessageOfTheThreadInTheSameCase() {
        holds(CASES);
        assertThat(give(settings(secret))).isEqualTo(new Outcome.Taken());
        assertThat(server.asked())
                .isEqualTo(ALL_NEW.stream()
                        .filter(each -> !each.equals("POST " + CASES))
                        .toList());
    }

    /** A process that died after each step, and the attempt after it. */
    @Test
    void makesNothingTwiceWhereverItBrokeOff() {
        for (String step : List.of(CASES, DOCUMENTS, LINKS)) {
            server.empty();
            server.making(step, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
            assertThat(give(settings(secret))).isEqualTo(Outcome.NotNow.of("CONNECTION"));
            // It was made, and the answer was lost
            server.empty();
            List.of(CASES, DOCUMENTS, LINKS)
                    .subList(0, List.of(CASES, DOCUMENTS, LINKS).indexOf(step) + 1)
                    .forEach(this::holds);
            assertThat(give(settings(secret))).isEqualTo(new Outcome.Taken());
            assertThat(server.asked()).doesNotContain("POST " + step);
        }
        assertThat(journal.audited()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "400, HTTP_400",
        "401, HTTP_401",
        "403, HTTP_403",
        "404, HTTP_404",
        "412, HTTP_412",
        "500, HTTP_500",
        "302, HTTP_302",
        "200, NOT_READABLE"
    })
    void triesAgainWhatWasRefusedWithTheStatusAsItsCode(int status, String code) {
        server.making(CASES, ZgwServer.json(status, "{\"detail\": \"geheim\"}"));
        assertThat(give(settings(secret))).isEqualTo(Outcome.NotNow.of(code));
        assertThat(server.asked()).doesNotContain("GET " + DOCUMENTS);
        assertThat(journal.audited()).isEmpty();
    }

    @Test
    void waitsAsLongAsTheCaseSystemAsks() {
        server.making(DOCUMENTS, ZgwServer.json(503, "").withHeader("Retry-After", "120"));
        assertThat(give(settings(secret))).isEqualTo(new Outcome.NotNow("HTTP_503", Duration.ofMinutes(2)));
        server.making(DOCUMENTS, ZgwServer.json(201, "{}").withFixedDelay(3000));
        assertThat(give(settings(secret))).isEqualTo(Outcome.NotNow.of("TIMEOUT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "{\"results\": [{}]}", "{\"results\": [{\"url\": \"\"}]}"})
    void makesNothingAfterAnAnswerThatItCannotRead(String body) {
        server.found(CASES, body);
        assertThat(give(settings(secret))).isEqualTo(Outcome.NotNow.of("NOT_READABLE"));
        assertThat(server.asked()).containsExactly("GET " + CASES);
    }

    @Test
    void opensNoneForAKindThatHasNoTypeOrAnItemThatIsThereNoMore() {
        ZgwSettings other = settings(secret, Map.of(MessageKind.HANDOVER, URI.create("https://localhost/type")));
        assertThat(give(other)).isEqualTo(new Outcome.Taken());
        assertThat(system(settings(secret), Optional.empty()).give(notice)).isEqualTo(new Outcome.Taken());
        assertThat(server.asked()).isEmpty();
        assertThat(journal.audited()).isEmpty();
    }

    @Test
    void refusesSettingsThatCannotWorkWithoutTellingThem(@TempDir Path directory) throws IOException {
        Path guessed = Files.writeString(directory.resolve("short"), "geheim");
        assertThatCode(() -> settings(secret).require()).doesNotThrowAnyException();
        assertThatThrownBy(() -> settings(guessed).require())
                .hasMessage("sluis.zgw.secret-file: cannot be read, or has less than 32 bytes in it");
        assertThatThrownBy(() -> settings(secret, Map.of()).require()).hasMessageStartingWith("sluis.zgw.case-types: ");
        assertThatThrownBy(() -> settings(secret, Map.of(MessageKind.REFERRAL, URI.create("http://geheim")))
                        .require())
                .hasMessageStartingWith("sluis.zgw.case-types: ")
                .hasMessageNotContaining("geheim");
        assertThat(give(settings(guessed))).isEqualTo(Outcome.NotNow.of("NO_SECRET"));
        assertThat(server.asked()).isEmpty();
    }

    /** A system that looks by less than it was asked: what is of others gets none of our documents, and none of our links. */
    @Test
    void believesNoCaseAndNoDocumentThatIsNotOurs() {
        String ours = "SL-" + message.thread();
        String one = server.thing(CASES, ours, "517439943");
        for (String things : List.of(
                server.thing(CASES, "SL-" + UUID.randomUUID(), "517439943"),
                server.thing(CASES, ours, "000000000"),
                one + ", " + one)) {
            server.found(CASES, "{\"count\": 1, \"results\": [" + things + "]}");
            assertThat(give(settings(secret))).as(things).isEqualTo(Outcome.NotNow.of("NOT_READABLE"));
        }
        holds(CASES);
        server.holds(DOCUMENTS, "SL-" + UUID.randomUUID());
        assertThat(give(settings(secret))).isEqualTo(Outcome.NotNow.of("NOT_READABLE"));
        assertThat(server.asked()).noneMatch(asked -> asked.startsWith("POST"));
    }

    @Test
    void doesNotSayThatItIsFiledWhereItCannotTellWhetherItIsInTheCase() {
        for (String body : List.of("{}", "\"\"", "{\"results\": []}", "null")) {
            server.found(LINKS, body);
            assertThat(give(settings(secret))).as(body).isEqualTo(Outcome.NotNow.of("NOT_READABLE"));
        }
        assertThat(journal.audited()).isEmpty();
        assertThat(server.asked()).doesNotContain("POST " + LINKS);
    }

    private void holds(String path) {
        switch (path) {
            case CASES -> server.holds(CASES, "SL-" + message.thread());
            case DOCUMENTS -> server.holds(DOCUMENTS, "SL-" + notice.item());
            default -> server.linked();
        }
    }

    private JsonNode sent(String path) {
        return server.requests().stream()
                .filter(request -> request.getMethod().value().equals("POST")
                        && request.getUrl().equals(path))
                .map(request -> JsonMapper.shared().readTree(request.getBody()))
                .findFirst()
                .orElseThrow();
    }

    private Outcome give(ZgwSettings settings) {
        return system(settings, Optional.of(message)).give(notice);
    }

    private CaseSystem system(ZgwSettings settings, Optional<Message> item) {
        return new CaseSystem(settings, () -> tls, id -> item, journal, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private ZgwSettings settings(Path secretFile) {
        return settings(
                secretFile, Map.of(message.kind(), URI.create("https://localhost/catalogi/api/v1/zaaktypen/1")));
    }

    private ZgwSettings settings(Path secretFile, Map<MessageKind, URI> types) {
        return new ZgwSettings(
                URI.create(server.address("/zaken/api/v1/")),
                URI.create(server.address("/documenten/api/v1")),
                "sluis-wijkteam",
                secretFile,
                files.ca(),
                "517439943",
                types,
                URI.create("https://localhost/catalogi/api/v1/informatieobjecttypen/1"),
                "Bericht via Sluis",
                Duration.ofSeconds(1));
    }
}
