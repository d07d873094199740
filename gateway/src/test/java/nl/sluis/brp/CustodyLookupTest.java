package nl.sluis.brp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static nl.sluis.custody.CustodyFixture.MILA_BSN;
import static nl.sluis.custody.CustodyFixture.SANNE_BSN;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nl.sluis.custody.CustodyFixture;
import nl.sluis.testing.Certificates;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A register over mutual TLS that answers well, badly, late, about others or not at all; the database is real. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustodyLookupTest {

    private static final String KEREM_BSN = "999990032";
    private static final String OTHER_BSN = "999990044";
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final String MILA = "{`burgerservicenummer`:`999990019`,`gezag`:[%s]}";
    private static final String JOINT =
            "{`type`:`GezamenlijkOuderlijkGezag`,`minderjarige`:{`burgerservicenummer`:`999990019`,`naam`:{`volledigeNaam`:`Mila`}},"
                    + "`ouders`:[{`burgerservicenummer`:`999990020`,`naam`:{}},{`burgerservicenummer`:`999990032`,`naam`:{}}]}";

    private final DataSource database = TestDatabase.migrated();

    private BrpServer brp;
    private BrpSettings settings;
    private CustodyFixture persons;
    private MockMvcTester http;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException, GeneralSecurityException {
        brp = new BrpServer(directory);
        settings = brp.settings(
                Files.writeString(directory.resolve("key"), "a-key-of-this-test\n"),
                Files.writeString(directory.resolve("token"), "a-token-of-this-test\n"));
    }

    @AfterAll
    void stop() {
        brp.close();
    }

    @BeforeEach
    void freshNode() {
        persons = new CustodyFixture(CustodyFixture.emptied(database), Clock.fixed(NOW, ZoneOffset.UTC));
        http = node(brp.client(settings));
        put("mila", "{`birthDate`: `2017-03-01`, `bsn`: `" + MILA_BSN + "`, `capable`: false}");
        put("sanne", "{`birthDate`: `1988-01-01`, `bsn`: `" + SANNE_BSN + "`}");
        persons.journal.audited().clear();
        persons.journal.changed().clear();
    }

    @Test
    void recordsWhoHoldsAuthorityAsIfTheOwnSystemHadStatedIt() {
        brp.answers(MILA.formatted(JOINT));

        assertThat(look("mila")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"custody": {"type": "JOINT_PARENTS", "underInvestigation": false, "source": "BRP",
                             "retrievedAt": "2026-11-22T09:00:00Z"}}""");

        assertThat(get("mila")).bodyJson().isLenientlyEqualTo("""
                {"birthDate": "2017-03-01", "capable": false,
                 "custody": {"type": "JOINT_PARENTS", "underInvestigation": false, "source": "BRP",
                             "retrievedAt": "2026-11-22T09:00:00Z"}}""");
        assertThat(get("mila"))
                .bodyText()
                .contains(
                        "\"sanne\"",
                        "person-" + persons.register.idOf("bsn:" + KEREM_BSN).value());
        assertThat(persons.journal.changed()).containsExactly(persons.register.idOf("mila"));
    }

    @Test
    void asksByMutualTlsWithTheNumberInTheContentAloneAndOnlyWhatIsNeeded() {
        brp.answers(MILA.formatted(JOINT));
        look("mila");

        List<LoggedRequest> asked = brp.server().findAll(postRequestedFor(urlEqualTo(BrpServer.PATH)));
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().getBodyAsString())
                .isEqualTo(
                        "{\"type\":\"RaadpleegMetBurgerservicenummer\",\"fields\":[\"burgerservicenummer\",\"gezag\"],"
                                + "\"burgerservicenummer\":[\"999990019\"]}");
        assertThat(asked.getFirst().getHeader("Content-Type")).isEqualToIgnoringCase("application/json; charset=utf-8");
        assertThat(asked.getFirst().getHeader("X-API-KEY")).isEqualTo("a-key-of-this-test");
        assertThat(asked.getFirst().getHeader("Authorization")).isEqualTo("Bearer a-token-of-this-test");
        assertThat(asked.getFirst().getHeader("x-doelbinding")).isEqualTo("jeugdhulp");
    }

    @Test
    void writesInTheAuditThatItAskedAndWhatCameOfItAndNoNumber() {
        brp.answers(MILA.formatted(JOINT));
        look("mila");

        String id = persons.register.idOf("mila").value().toString();
        assertThat(persons.reads.audited()).containsExactly("brp.asked {person=" + id + "}");
        assertThat(persons.journal.audited())
                .contains("PERSON_RECORDED {person=" + id + "}")
                .anyMatch(entry -> entry.startsWith("brp.answered") && entry.contains("outcome=RECORDED"));
        assertThat(persons.journal.audited().toString()).doesNotContain(MILA_BSN, SANNE_BSN, KEREM_BSN, "mila");
    }

    /** A doubt stays one: no rule permits on it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{`type`:`GezagNietTeBepalen`,`minderjarige`:{`burgerservicenummer`:`999990019`},`toelichting`:`x`} | NOT_DETERMINABLE | null | false",
                "{`type`:`TijdelijkGeenGezag`,`minderjarige`:{`burgerservicenummer`:`999990019`},`inOnderzoek`:true} | TEMPORARILY_NONE | null | true",
                "{`type`:`GezamenlijkGezag`,`minderjarige`:{`burgerservicenummer`:`999990019`},`ouder`:{`burgerservicenummer`:`999990020`},`derde`:{`type`:`OnbekendeDerde`}} | NOT_DETERMINABLE | HOLDER_NOT_NAMED | false",
                "{`type`:`EenhoofdigOuderlijkGezag`,`minderjarige`:{`burgerservicenummer`:`999990019`},`ouder`:{`naam`:{}}} | NOT_DETERMINABLE | HOLDER_WITHOUT_NUMBER | false",
                "{`type`:`Voogdij`,`minderjarige`:{`burgerservicenummer`:`999990019`},`derden`:[]} | GUARDIAN | null | false",
            })
    void recordsADoubtAsADoubt(String relation, String type, String doubt, boolean underInvestigation) {
        brp.answers(MILA.formatted(relation));

        MvcTestResult answer = look("mila");
        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyJson().isLenientlyEqualTo("""
                {"custody": {"type": "%s", "holders": [], "underInvestigation": %s}}""".formatted(type, underInvestigation));
        if (doubt.equals("null")) {
            assertThat(answer).bodyText().doesNotContain("doubt");
        } else {
            assertThat(answer).bodyText().contains("\"doubt\":\"" + doubt + "\"");
        }
        assertThat(get("mila")).bodyText().contains("\"type\":\"" + type + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "200 | application/json | {`type`:`x`,`personen`:[]} | NOBODY",
                "200 | application/json | {`type`:`x`,`personen`:[MILA,MILA]} | SEVERAL_PEOPLE",
                "200 | application/json | {`type`:`x`,`personen`:[{`burgerservicenummer`:`999990020`}]} | SOMEBODY_ELSE",
                "200 | application/json | {`type`:`x`,`personen`:[MILA]} | NO_CUSTODY",
                "200 | application/json | {`type`:`x`,`personen`:[{`burgerservicenummer`:`9`}]} | NOT_READABLE",
                "200 | application/json | {`type`:`x` | NOT_READABLE",
                "200 | text/html | <p>999990019</p> | CONTENT_TYPE",
                "204 | application/json | '' | HTTP_204",
                "302 | application/json | '' | HTTP_302",
                "400 | application/problem+json | {`detail`:`999990019`} | HTTP_400",
                "401 | application/problem+json | {} | HTTP_401",
                "403 | application/problem+json | {`detail`:`999990019`} | HTTP_403",
                "429 | application/problem+json | {} | HTTP_429",
                "500 | application/problem+json | {} | HTTP_500",
                "503 | application/problem+json | {} | HTTP_503",
            })
    void recordsNothingFromAnAnswerThatCannotBeUsedAndSaysWhy(int status, String type, String body, String code) {
        brp.answers(aResponse()
                .withStatus(status)
                .withHeader("Content-Type", type)
                .withHeader("Location", "/elsewhere")
                .withBody(body.replace("MILA", MILA.formatted("")).replace('`', '"')));

        refuses(code);
        brp.server().verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void recordsNothingFromAnAnswerThatIsLargerThanIsRead() {
        brp.answers(BrpServer.json(
                "{`x`:`" + "x".repeat(BrpClient.LARGEST_ANSWER) + "`,`personen`:[" + MILA.formatted(JOINT) + "]}"));
        refuses("CONNECTION");
    }

    @Test
    void waitsNoLongerThanItsTimeForAnAnswer() {
        brp.answers(BrpServer.json("{}").withFixedDelay(3000));
        refuses("TIMEOUT");
    }

    @Test
    void waitsNoLongerForOneThatTricklesIn() {
        brp.answers(BrpServer.json("{`personen`:[]}").withChunkedDribbleDelay(10, 6000));
        refuses("TIMEOUT");
    }

    @Test
    void recordsNothingWhenTheConnectionBreaks() {
        brp.answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        refuses("CONNECTION");
    }

    @Test
    void asksNothingOfWhomItDoesNotTrustAndNothingWithoutItsToken(@TempDir Path directory) {
        brp.answers(MILA.formatted(JOINT));
        BrpSettings other = new BrpSettings(
                settings.url(),
                null,
                null,
                Certificates.lasting("another authority"),
                null,
                null,
                settings.headers(),
                settings.timeout());
        http = node(brp.client(other));
        refuses("TLS");
        http = node(brp.client(brp.settings(null, directory.resolve("gone"))));
        persons.journal.audited().clear();
        refuses("NO_TOKEN");
        assertThat(brp.server().getAllServeEvents()).isEmpty();
    }

    @Test
    void recordsNothingForWhoseNumberWasCorrectedMeanwhile() {
        brp.answers(MILA.formatted(JOINT));
        Brp register = brp.client(settings).orElseThrow();
        http = node(Optional.of(number -> {
            put("mila", "{`birthDate`: `2017-03-01`, `bsn`: `" + OTHER_BSN + "`}");
            return register.custodyOf(number);
        }));

        assertThat(look("mila")).hasStatus(409).bodyText().doesNotContain(MILA_BSN, OTHER_BSN);
        assertThat(get("mila")).bodyText().doesNotContain("custody");
        assertThat(persons.register.find("bsn:" + MILA_BSN)).isEmpty();
        assertThat(persons.register.find("bsn:" + KEREM_BSN)).isEmpty();
        assertThat(persons.journal.audited().getLast()).contains("brp.answered", "outcome=NUMBER_CHANGED");
    }

    @Test
    void answersWhoCannotBeAskedForWithoutAsking() {
        brp.answers(MILA.formatted(JOINT));
        put("noah", "{`birthDate`: `2012-03-01`}");

        assertThat(look("noah")).hasStatus(409);
        assertThat(look("nobody")).hasStatus(404);
        assertThat(look("bsn:" + MILA_BSN)).hasStatus(404);
        http = node(Optional.empty());
        assertThat(look("mila")).hasStatus(409).bodyText().contains("not configured");
        assertThat(brp.server().getAllServeEvents()).isEmpty();
        assertThat(persons.reads.audited())
                .hasSize(2)
                .allMatch(entry -> entry.startsWith("brp.not-asked"))
                .anyMatch(entry -> entry.contains("NO_NUMBER"))
                .anyMatch(entry -> entry.contains("NOT_CONFIGURED"));
    }

    @Test
    void overwritesNothingThatWasStatedWhileTheRegisterWasAsked() {
        brp.answers(MILA.formatted(JOINT));
        Brp register = brp.client(settings).orElseThrow();
        String stated = "{`birthDate`: `2017-03-01`, `bsn`: `" + MILA_BSN + "`, `capable`: true, `custody`: "
                + "{`type`: `SOLE_PARENT`, `holders`: [`sanne`], `underInvestigation`: false, `source`: `court`,"
                + " `retrievedAt`: `2026-11-22T09:00:00Z`}}";
        http = node(Optional.of(number -> {
            put("mila", stated);
            return register.custodyOf(number);
        }));

        assertThat(look("mila")).hasStatus(409).bodyText().contains("ask again");
        assertThat(get("mila")).bodyText().contains("SOLE_PARENT", "court");
        assertThat(persons.journal.audited().getLast()).contains("brp.answered", "outcome=STATED_MEANWHILE");
    }

    @Test
    void whatBreaksOnTheWayHasItsEndInTheAuditToo() {
        http = node(Optional.of(number -> {
            throw new IllegalStateException("broken");
        }));

        assertThat(look("mila")).hasFailed();
        assertThat(persons.journal.audited().getLast()).contains("brp.answered", "outcome=FAILED");
    }

    private void refuses(String code) {
        MvcTestResult answer = look("mila");
        assertThat(answer).hasStatus(502);
        assertThat(answer).bodyText().contains(": " + code + "\"").doesNotContain(MILA_BSN, SANNE_BSN);
        assertThat(get("mila")).bodyText().doesNotContain("custody");
        assertThat(persons.journal.audited())
                .hasSize(1)
                .allMatch(entry -> entry.startsWith("brp.answered") && entry.contains("outcome=" + code))
                .noneMatch(entry -> entry.contains(MILA_BSN));
    }

    private MockMvcTester node(Optional<Brp> register) {
        CustodyLookup lookup = new CustodyLookup(
                register,
                persons.stated,
                persons.reads,
                persons.journal,
                Clock.fixed(NOW, ZoneOffset.UTC),
                persons.transactions);
        return MockMvcTester.of(new CustodyLookupController(lookup), persons.controller());
    }

    private MvcTestResult look(String ref) {
        return http.post().uri("/v1/persons/{ref}/custody-lookup", ref).exchange();
    }

    private MvcTestResult get(String ref) {
        return http.get().uri("/v1/persons/{ref}", ref).exchange();
    }

    private void put(String ref, String body) {
        assertThat(http.put()
                        .uri("/v1/persons/{ref}", ref)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.replace('`', '"'))
                        .exchange())
                .hasStatusOk();
    }
}
