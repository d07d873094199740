package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.custody.PersonRegister;
import nl.sluis.outbox.Outbox;
import nl.sluis.path.Http.Reply;
import nl.sluis.send.SendMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A person of a family sees what was shared about themselves, and of nobody else, and of what is shielded not that it is there. */
@ExtendWith(NodesExtension.class)
class MyDisclosuresTest {

    private static final String MINE = "/v1/my/disclosures";
    private static final Map<String, String> JSON = Map.of("Accept", "application/json, application/problem+json");

    private final SchoolAlone school;
    private final JdbcClient jdbc;
    private final String ref = "gezin-" + UUID.randomUUID();
    private final String other = "gezin-" + UUID.randomUUID();

    MyDisclosuresTest(SchoolAlone school) {
        this.school = school;
        this.jdbc = school.part(JdbcClient.class);
    }

    @Test
    void seesWhatArrivedAboutThemselvesWhenToWhomOnWhichGroundAndWhichSortsAndNoContent() throws IOException {
        Browser person = family(ref);
        String message = permitted(ref);
        assertThat(seen(person)).as("before it has arrived").isEmpty();

        arrived(message);

        assertThat(seen(person)).singleElement().satisfies(item -> {
            assertThat(item.path("by").path("id").asString()).isEqualTo("de-wilgenhof");
            assertThat(item.path("to").path("name").asString()).isNotEmpty().isNotEqualTo("wijkteam-noord");
            assertThat(item.path("to").path("id").asString()).isEqualTo("wijkteam-noord");
            assertThat(item.path("basis").asString()).isEqualTo("CONSENT");
            assertThat(item.path("kind").asString()).isNotEmpty();
            assertThat(item.path("categories")).isNotEmpty();
            assertThat(item.toString()).doesNotContain("Kerkuil", ref, message);
        });
        assertThat(jdbc.sql("SELECT detail FROM audit_entry WHERE event = 'disclosures.read' ORDER BY n DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .contains("\"count\":\"1\"", "\"caller\":\"person:", "\"role\":\"family\"")
                .doesNotContain(ref);
    }

    @Test
    void anotherOfTheFamilyWhoIsNotRegisteredAndWhatIsShieldedHaveTheSameAnswerToTheByte() throws IOException {
        String message = permitted(ref);
        arrived(message);
        registered(other);
        String nothing = plain(family(other).get(MINE, JSON));
        assertThat(nothing).contains("{\"items\":[],\"next\":null}");
        assertThat(plain(family("niemand-" + UUID.randomUUID()).get(MINE, JSON)))
                .isEqualTo(nothing);

        jdbc.sql("UPDATE disclosure SET shielded = true WHERE message = ?::uuid")
                .param(message)
                .update();

        assertThat(plain(family(ref).get(MINE, JSON))).isEqualTo(nothing);
    }

    @Test
    void whatIsShieldedLeavesNoTraceInPagesAndPlaces() throws IOException {
        registered(ref);
        UUID id = school.part(PersonRegister.class).find(ref).orElseThrow().value();
        for (int i = 0; i < 120; i++) {
            written(id, i, i % 2 == 1);
        }
        Browser person = family(ref);
        List<String> at = new ArrayList<>();
        JsonNode page = person.get(MINE, JSON).json();
        assertThat(page.path("items")).hasSize(50);
        page.path("items").forEach(item -> at.add(item.path("at").asString()));
        JsonNode next = person.get(MINE + "?after=" + page.path("next").asString(), JSON)
                .json();
        next.path("items").forEach(item -> at.add(item.path("at").asString()));
        assertThat(at).hasSize(60).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(next.path("next").isNull()).isTrue();
        for (String rubbish : List.of("x", "_".repeat(38), "A".repeat(39))) {
            assertThat(person.get(MINE + "?after=" + rubbish, JSON).status()).isIn(200, 422);
        }
    }

    @Test
    void whoComesAsSomebodyElseOrAsNobodyOfTheFamilySeesNothing() throws IOException {
        registered(ref);
        assertThat(school.person(UUID.randomUUID().toString(), "team")
                        .get(MINE, JSON)
                        .status())
                .isEqualTo(403);
        assertThat(school.caller("family").get(MINE).status()).isEqualTo(404);
        school.provider()
                .next(new Provider.Person(UUID.randomUUID().toString(), List.of("family"), Provider.TWO_FACTORS, null));
        assertThat(school.browser().login().status()).as("without a claim").isEqualTo(403);
        assertThat(family(ref).get("/v1/feed", JSON).status()).isEqualTo(403);
    }

    /** Who is nobody's any more at the provider, and who logged out, has what a stranger has. */
    @Test
    void whoseAccessEndedSeesNothing() throws IOException {
        registered(ref);
        String subject = UUID.randomUUID().toString();
        school.provider().next(new Provider.Person(subject, List.of("family"), Provider.TWO_FACTORS, ref));
        Browser person = school.browser();
        person.login();
        assertThat(person.get(MINE, JSON).status()).isEqualTo(200);
        String session = person.session();

        school.provider().next(new Provider.Person(subject, List.of("family"), Provider.TWO_FACTORS, null));
        assertThat(school.browser().login().status()).as("the claim is gone").isEqualTo(403);
        Instant now = school.clock().instant();
        school.clock().advance(Duration.ofHours(9));
        try {
            assertThat(person.get(MINE, JSON).status())
                    .as("the session has ended")
                    .isEqualTo(401);
            assertThat(school.browser()
                            .get(MINE, Map.of("Cookie", "__Host-sluis=" + session, "Accept", "application/json"))
                            .status())
                    .isEqualTo(401);
        } finally {
            school.clock().moveTo(now);
        }
    }

    private Browser family(String who) throws IOException {
        school.provider()
                .next(new Provider.Person(UUID.randomUUID().toString(), List.of("family"), Provider.TWO_FACTORS, who));
        Browser browser = school.browser();
        browser.login();
        return browser;
    }

    private static List<JsonNode> seen(Browser person) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        person.get(MINE, JSON).json().path("items").forEach(items::add);
        return items;
    }

    private void registered(String who) throws IOException {
        assertThat(school.system()
                        .put("/v1/persons/" + who, Samples.person("2008-05-04"))
                        .status())
                .isEqualTo(200);
    }

    private String permitted(String who) throws IOException {
        registered(who);
        school.system()
                .post("/v1/consents", Samples.consent(who, Samples.today().plusMonths(1)));
        Reply reply = school.system()
                .post(
                        "/v1/messages",
                        Map.of("Content-Type", Samples.CONCERN, "Sluis-Recipient", "wijkteam-noord"),
                        Samples.concern(who, "Kerkuil"));
        assertThat(reply.text("outcome")).as(reply.toString()).isEqualTo("PERMIT");
        String id = reply.text("id");
        // As an attempt does; its own turn may take minutes, since the team's node is away for every test
        new TransactionTemplate(school.part(PlatformTransactionManager.class))
                .executeWithoutResult(status -> school.part(SendMessage.class)
                        .prepare(school.part(Outbox.class)
                                .find(new OrganisationId("de-wilgenhof"), MessageId.parse(id))
                                .orElseThrow()));
        return id;
    }

    // The team's node is away in this test
    private void arrived(String message) {
        jdbc.sql("UPDATE outgoing SET state = 'SENT', next_attempt_at = NULL WHERE id = ?::uuid")
                .param(message)
                .update();
    }

    private void written(UUID person, int number, boolean shielded) {
        UUID message = UUID.randomUUID();
        jdbc.sql("INSERT INTO kept_acceptance (sender, id, recipient, kind, state, accepted, created_at) VALUES"
                        + " ('de-wilgenhof', ?, 'wijkteam-noord', 'SIGNAL', 'DELIVERED', '', now())")
                .param(message)
                .update();
        jdbc.sql("INSERT INTO disclosure (sender, message, person_id, at, recipient, kind, basis, purpose, categories,"
                        + " shielded) VALUES ('de-wilgenhof', ?, ?, now() - ? * interval '1 hour', 'wijkteam-noord',"
                        + " 'SIGNAL', 'CONSENT', NULL, ARRAY['OBSERVATION'], ?)")
                .params(message, person, number, shielded)
                .update();
    }

    private static String plain(Reply reply) {
        Map<String, List<String>> headers = new TreeMap<>(reply.headers().map());
        List.of("date", "connection").forEach(headers::remove);
        return reply.status() + " " + headers + " " + reply.text();
    }
}
