package nl.sluis.consent;

import static nl.sluis.consent.ConsentFixture.given;
import static nl.sluis.consent.ConsentFixture.refused;
import static nl.sluis.consent.ConsentFixture.sort;
import static nl.sluis.consent.ConsentFixture.team;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import nl.sluis.adapter.ConsentStatement;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.partners.fhir.FhirAdapter;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.custody.CustodyFixture;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class WrittenConsentTest {

    private static final DataSource DATABASE = TestDatabase.migrated();
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private ConsentFixture consents;
    private MockMvcTester http;

    @BeforeEach
    void freshNode() {
        consents = new ConsentFixture(DATABASE, Clock.fixed(NOW, ZoneOffset.UTC));
        http = consents.http(new FhirAdapter());
    }

    @Test
    void whatIsWrittenIsReadAsWhatWasRecorded() {
        String id = consents.record(given(team(), null, NOW));

        MvcTestResult written = written(id);

        assertThat(written).hasStatusOk().hasContentType("application/fhir+json");
        byte[] document = written.getResponse().getContentAsByteArray();
        Translation.Consents read =
                (Translation.Consents) new FhirAdapter().read(new Payload("application/fhir+json", document));
        ConsentStatement stated = given(team(), null, NOW);
        assertThat(read.statements()).hasSize(1);
        assertThat(read.statements().getFirst())
                .usingRecursiveComparison()
                .ignoringFields("custodian", "giver.role", "giver.identifiers", "subjects")
                .isEqualTo(stated);
        assertThat(read.statements().getFirst().custodian()).isEqualTo(ConsentFixture.SCHOOL.value());
        assertThat(read.statements().getFirst().subjects())
                .extracting(PersonDetails::ref)
                .containsExactly(ConsentFixture.MILA.ref());
        assertThat(http.post()
                        .uri("/v1/consents")
                        .contentType(MediaType.parseMediaType("application/fhir+json"))
                        .content(document)
                        .exchange())
                .hasStatus(201);
        assertThat(consents.concerning(ConsentFixture.TEAM))
                .isNotEmpty()
                .allMatch(record -> record.decision().name().equals("GIVEN"));
        assertThat(consents.persons.reads.audited())
                .anyMatch(entry -> entry.equals("consent.read {consent=" + id + "}"));
    }

    @Test
    void nobodyGetsANumberThatIsNone() {
        PersonDetails stranger = CustodyFixture.mention("s", "0000-00-00", "bsn:999990020");
        ConsentStatement like = given(team(), null, NOW);
        String id = consents.record(new ConsentStatement(
                like.sourceId(),
                stranger,
                like.capacity(),
                like.subjects(),
                null,
                like.recipients(),
                like.purposes(),
                like.categories(),
                like.lifeDomains(),
                like.decision(),
                null,
                null,
                NOW,
                null,
                null));
        assertThat(written(id))
                .hasStatus(409)
                .bodyText()
                .contains("no own number")
                .doesNotContain("999990020");
    }

    @Test
    void aWithdrawnOneIsNoConsentToWhoeverReadsIt() {
        String id = consents.record(given(team(), null, NOW));
        consents.register.withdraw(id, ConsentFixture.by("sanne", null));

        MvcTestResult written = written(id);
        assertThat(written).hasStatusOk();
        byte[] document = written.getResponse().getContentAsByteArray();
        assertThat(new FhirAdapter().read(new Payload("application/fhir+json", document)))
                .isInstanceOf(Translation.Untranslatable.class);
    }

    @Test
    void namesWhatItCannotSayAndGivesNothing() {
        String toASort = consents.record(given(sort(OrganisationType.GP), null, NOW));
        assertThat(written(toASort)).hasStatus(409).bodyText().contains("/recipients/types NO_PLACE");
        String takenBack = consents.record(refused(team(), null));
        consents.register.withdraw(takenBack, ConsentFixture.by("sanne", null));
        assertThat(written(takenBack)).hasStatus(409).bodyText().contains("/decision NO_PLACE");
        assertThat(written("nobody")).hasStatus(404);
    }

    private MvcTestResult written(String id) {
        return http.get().uri("/v1/consents/{id}/document", id).exchange();
    }
}
