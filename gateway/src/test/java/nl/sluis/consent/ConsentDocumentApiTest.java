package nl.sluis.consent;

import static nl.sluis.consent.ConsentFixture.TEAM;
import static nl.sluis.consent.ConsentFixture.given;
import static nl.sluis.consent.ConsentFixture.refused;
import static nl.sluis.consent.ConsentFixture.team;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nl.sluis.adapter.Completeness;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.Message;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ConsentDocumentApiTest {

    private static final DataSource DATABASE = TestDatabase.migrated();
    private static final Completeness ALL = new Completeness(List.of(), List.of(), List.of(), List.of());
    private static final String DOCUMENT = "{\"resourceType\": \"Consent\", \"note\": \"MARKER\"}";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:00:00Z"));
    private ConsentFixture consents;

    @BeforeEach
    void freshNode() {
        consents = new ConsentFixture(DATABASE, clock);
    }

    @Test
    void recordsWhatADocumentStatesWithItsHashAsEvidence() {
        MvcTestResult answer = post(
                new Translation.Consents(List.of(given(team(), null, null), refused(team(), null)), ALL),
                "application/fhir+json;fhirVersion=4.0");

        List<ConsentRecord> records = consents.concerning(TEAM);
        assertThat(records).hasSize(2).allMatch(record -> record.evidence().matches("sha256:[0-9a-f]{64}"));
        assertThat(answer).hasStatus(201).bodyJson().isStrictlyEqualTo("""
                {"consents": [{"id": "%s", "decision": "GIVEN"}, {"id": "%s", "decision": "REFUSED"}]}""".formatted(
                        records.get(0).id(), records.get(1).id()));
    }

    @Test
    void keepsTheDocumentEncryptedAndReadableUnderItsHash() {
        post(new Translation.Consents(List.of(given(team(), null, null)), ALL), "application/fhir+json");

        String hash = consents.concerning(TEAM).getFirst().evidence().substring("sha256:".length());
        byte[] stored = consents.persons
                .jdbc
                .sql("SELECT content FROM consent_document WHERE hash = :hash")
                .param("hash", hash)
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("MARKER");
        assertThat(consents.atRest.decrypt("consent-document/" + hash, stored))
                .isEqualTo(DOCUMENT.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void answersTheSameWhenADocumentIsSentAgain() {
        Translation consent = new Translation.Consents(List.of(given(team(), null, null)), ALL);

        MvcTestResult first = post(consent, "application/fhir+json");
        MvcTestResult second = post(consent, "application/fhir+json");

        assertThat(second).hasStatus(201);
        assertThat(second.getResponse().getContentAsByteArray())
                .isEqualTo(first.getResponse().getContentAsByteArray());
        assertThat(consents.concerning(TEAM)).hasSize(1);
    }

    @Test
    void refusesWhatStatesNoConsent() {
        Translation broken = new Translation.Untranslatable(
                List.of(new Violation("Consent.status", "REQUIRED", "A status is required")));

        assertThat(post(broken, "application/fhir+json"))
                .hasStatus(422)
                .bodyText()
                .contains("Consent.status")
                .doesNotContain("MARKER");
        assertThat(post(new Translation.Consents(List.of(), ALL), "application/fhir+xml"))
                .hasStatus(422);
        assertThat(post(new Translation.Translated(null, ALL), "application/fhir+json"))
                .hasStatus(422);
        assertThat(consents.persons.journal.audited()).isEmpty();
    }

    @Test
    void refusesFormatsThatNobodyReadsAndDocumentsThatAreTooLarge() {
        MockMvcTester nobody = consents.http();
        for (String type : List.of("application/fhir+json", "text/plain", "application/xml")) {
            assertThat(nobody.post()
                            .uri("/v1/consents")
                            .header("Content-Type", type)
                            .content(DOCUMENT))
                    .hasStatus(415);
        }
        assertThat(nobody.post()
                        .uri("/v1/consents")
                        .header("Content-Type", "application/fhir+json")
                        .content(new byte[ConsentDocumentApi.MAX_BYTES + 1]))
                .hasStatus(413);
    }

    private MvcTestResult post(Translation translation, String mediaType) {
        return consents.http(new Fixed(translation))
                .post()
                .uri("/v1/consents")
                .header("Content-Type", mediaType)
                .content(DOCUMENT)
                .exchange();
    }

    /** Reads every FHIR document as the same. */
    private record Fixed(Translation translation) implements PartnerAdapter {

        @Override
        public String name() {
            return "fixed";
        }

        @Override
        public boolean reads(String mediaType) {
            return mediaType.startsWith("application/fhir+");
        }

        @Override
        public Translation read(Payload payload) {
            return translation;
        }

        @Override
        public Optional<Payload> write(Message message) {
            return Optional.empty();
        }
    }
}
