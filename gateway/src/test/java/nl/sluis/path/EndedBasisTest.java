package nl.sluis.path;

import static nl.sluis.path.SchoolAlone.INSTITUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.node.Dutch;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.rules.RuleBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * What a permitted message rests on ends while its recipient's node is away. The sender reads why in the message's history and its
 * list of undelivered; a recipient that never had anything is told nothing, for even that would say something.
 */
@ExtendWith(NodesExtension.class)
class EndedBasisTest {

    private static final Duration CEILING = Duration.ofSeconds(120);

    private final SchoolAlone node;
    private final Http school;

    EndedBasisTest(SchoolAlone node) {
        this.node = node;
        this.school = node.system();
    }

    @AfterEach
    void theRulesOfTheProgramAgain() {
        node.part(SchoolAlone.Rules.class).use(RuleSets.builtIn());
    }

    @Test
    void anotherPolicySetThatForbidsItStopsAMessageThatWaits() throws IOException {
        assertThat(school.put("/v1/persons/fenna", Samples.person("2008-05-04")).status())
                .isEqualTo(200);
        String consent = Samples.consent("fenna", Samples.today().plusMonths(3))
                .replace(Member.WIJKTEAM.organisation(), SchoolAlone.SUCCESSOR.value());
        assertThat(school.post("/v1/consents", consent).status()).isEqualTo(201);
        String message = queued(SchoolAlone.SUCCESSOR.value(), Samples.concern("fenna", "Is vaak moe."));

        node.part(SchoolAlone.Rules.class).use(withoutSignals());

        stopped(message, "WITHDRAWN", "NO_BASIS");
    }

    @Test
    void aSupervisionOrderThatComesToItsLastDayStopsAMessageThatRestsOnIt() throws IOException {
        LocalDate today = Dutch.day(node.clock().instant());
        Http.Reply unknown = submitted(INSTITUTION.value(), onOrder("finn"));
        assertThat(unknown.text("outcome")).as("no order is on record").isEqualTo("DENY");
        ordered("finn", today);
        String message = queued(INSTITUTION.value(), onOrder("finn"));

        node.clock().advance(Duration.ofDays(1));

        stopped(message, "WITHDRAWN", "MEASURE_ENDED");
    }

    @Test
    void thatASupervisionOrderWasEndedIsDecidedOnAtOnce() throws IOException {
        LocalDate today = Dutch.day(node.clock().instant());
        String order = ordered("lise", today.plusMonths(3));
        String message = queued(INSTITUTION.value(), onOrder("lise"));

        Http.Reply ended = school.post("/v1/measures/" + order + "/ending", """
                {"lastDay": "%s", "source": "beschikking C/99/2026-412", "retrievedAt": "%s"}""".formatted(
                        today.minusDays(1), node.clock().instant()));

        assertThat(ended.status()).as(ended.toString()).isEqualTo(200);
        // The clock stands still: no retry comes due
        await().atMost(CEILING)
                .until(() -> school.get("/v1/messages/" + message).text("state"), "WITHDRAWN"::equals);
        stopped(message, "WITHDRAWN", "MEASURE_ENDED");
        assertThat(submitted(INSTITUTION.value(), onOrder("lise")).text("outcome"))
                .isEqualTo("DENY");
    }

    private String ordered(String child, LocalDate until) throws IOException {
        return ordered(node, child, until);
    }

    /** A supervision order on record, executed by the institution. */
    static String ordered(SchoolAlone node, String child, LocalDate until) throws IOException {
        Http.Reply reply = node.system().post("/v1/measures", """
                {"type": "OTS", "subject": "%s", "executor": "%s", "from": "%s", "until": "%s",
                 "source": "beschikking C/99/2026-118", "retrievedAt": "%s"}""".formatted(
                        child,
                        INSTITUTION.value(),
                        until.minusMonths(6),
                        until,
                        node.clock().instant()));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.text("id");
    }

    static String onOrder(String child) {
        return """
                {"kind": "INFO_PROVISION", "basis": "OTS_JW_7_3_11_4", "purpose": "SAFETY", "senderRole": "INTERN_BEGELEIDER",
                 "persons": [{"ref": "%s", "role": "CHILD", "local": "%s"}], "sections": [
                  {"id": "sleep", "subject": "%s", "category": "OBSERVATION", "lifeDomain": "LGZ", "mandatory": true,
                   "content": {"type": "statement", "text": "Is vaak moe.", "assertion": "OBSERVED"}}]}""".formatted(child, child, child);
    }

    private static RuleBook withoutSignals() {
        Map<String, String> files = new HashMap<>(RuleSets.builtInText());
        files.keySet().removeIf(name -> name.endsWith(".voorbeelden.md"));
        files.put("21-extra.md", """
                # Extra

                ## Weigeren als

                | regel | grondslag | soort | code | artikel | reden | reason | zichtbaar | zekerheid |
                |---|---|---|---|---|---|---|---|---|
                | Z-W1 | CONSENT | SIGNAL | NO_BASIS | eigen keuze | Nu niet. | Not now. | afzender, fg | beleid |
                """);
        return RuleSets.read(files);
    }

    private Http.Reply submitted(String recipient, String body) throws IOException {
        String type = body.contains("sections") ? "application/vnd.sluis.message+json" : Samples.CONCERN;
        return school.post("/v1/messages", Map.of("Content-Type", type, "Sluis-Recipient", recipient), body);
    }

    private String queued(String recipient, String body) throws IOException {
        Http.Reply reply = submitted(recipient, body);
        assertThat(reply.text("state")).as(reply.toString()).isEqualTo("QUEUED");
        return reply.text("id");
    }

    private void stopped(String message, String state, String code) throws IOException {
        await(message + " " + state)
                .atMost(CEILING)
                .until(
                        () -> {
                            node.clock().advance(Duration.ofSeconds(10));
                            return school.get("/v1/messages/" + message).text("state");
                        },
                        state::equals);
        JsonNode found = school.get("/v1/messages/" + message).json();
        JsonNode last = found.path("history").path(found.path("history").size() - 1);
        assertThat(last.path("detail").asString()).contains(code);
        assertThat(found.path("reasons")
                        .valueStream()
                        .map(reason -> reason.path("code").asString()))
                .as("the sender reads why")
                .anyMatch(reason -> reason.contains(code));
        assertThat(school.get("/v1/undelivered").text()).contains(message);
        assertThat(node.part(JdbcClient.class)
                        .sql("SELECT count(*) FROM outgoing WHERE form <> 'MESSAGE' AND thread ="
                                + " (SELECT thread FROM outgoing WHERE id = ?::uuid)")
                        .param(message)
                        .query(Long.class)
                        .single())
                .as("who never had anything is told nothing")
                .isZero();
    }
}
