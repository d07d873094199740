package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.path.Http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Cases of the reports in which a report ended in silence, played between a school and a team over mutual TLS: where each is caught now. */
@ExtendWith(NodesExtension.class)
class ReportsAreAnsweredTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OWN_FORMAT = "application/vnd.sluis.message+json";

    private final Nodes nodes;
    private final Http school;
    private final Http team;

    ReportsAreAnsweredTest(Nodes nodes) {
        this.nodes = nodes;
        this.school = nodes.system(Member.SCHOOL);
        this.team = nodes.system(Member.WIJKTEAM);
    }

    /** T-09: a partner signals about a child, hears nothing, and it gets worse. */
    @Test
    void silenceIsSeenByTheReporterAndSoIsWhoTookItUpAndItsEnd() throws IOException {
        String report = reported("jay");
        JsonNode item = item(report);
        assertThat(followUp(report).path("overdue").asBoolean()).isFalse();
        assertThat(tasks(item)).containsExactly("TAKE_UP intake");

        daysPass(report, 7);
        assertThat(followUp(report).path("overdue").asBoolean()).isTrue();

        JsonNode now = act(item, "taking-up", "{\"person\": \"sem\", \"contact\": \"F. Boukhari\"}");
        assertThat(now.path("reporterTold").asBoolean()).as(now.toString()).isTrue();
        await().atMost(PATIENCE).until(() -> steps(report).equals(List.of("TAKEN_UP F. Boukhari")));
        assertThat(followUp(report).path("overdue").asBoolean()).isFalse();
        assertThat(tasks(item)).isEmpty();

        assertThat(team.post(at(item, "taking-up"), "{\"person\": \"lotte\"}").status())
                .isEqualTo(409);
        await().atMost(PATIENCE).until(() -> asksAfterSafety(item));
        estimated(item);
        act(item, "closing", "{\"person\": \"sem\", \"reason\": \"Hulp loopt.\"}");
        await().atMost(PATIENCE).until(() -> steps(report).equals(List.of("TAKEN_UP F. Boukhari", "CLOSED")));
    }

    /** T-09, and R-21: what the team says is the school's again, the school does not agree with. */
    @Test
    void whatIsHandedBackCanBeContestedAndThenAnotherDecides() throws IOException {
        String report = reported("ravi");
        JsonNode item = item(report);
        assertThat(team.post(at(item, "handing-back"), "{\"person\": \"sem\"}").text())
                .contains("/reason", "REQUIRED");
        JsonNode now = act(item, "handing-back", "{\"person\": \"sem\", \"reason\": \"Ligt bij de melder.\"}");
        await().atMost(PATIENCE).until(() -> steps(report).equals(List.of("HANDED_BACK")));

        Reply objection = school.post(
                "/v1/messages",
                Map.of("Content-Type", OWN_FORMAT, "Sluis-Recipient", Member.WIJKTEAM.organisation()),
                """
                {"kind": "SIGNAL", "inReplyTo": "%s", "purpose": "YOUTH_SUPPORT", "basis": "CONSENT", "senderRole": "INTERN_BEGELEIDER",
                 "persons": [{"ref": "ravi", "role": "CHILD", "local": "ravi"}], "sections": [
                  {"id": "no", "subject": "ravi", "category": "OBSERVATION", "lifeDomain": "LGZ", "mandatory": true,
                   "content": {"type": "statement", "text": "Wij zijn het er niet mee eens.", "assertion": "OBSERVED"}}]}""".formatted(now.path("feedback").path("id").asString()));
        assertThat(objection.text("outcome")).as(objection.toString()).isEqualTo("PERMIT");

        await().atMost(PATIENCE).until(() -> tasks(item).contains("CONTESTED gezinsregisseur"));
        assertThat(team.post(at(item, "taking-up"), "{\"person\": \"sem\"}").status())
                .isEqualTo(409);
        act(item, "taking-up", "{\"person\": \"lotte\"}");
        await().atMost(PATIENCE).until(() -> steps(report).equals(List.of("HANDED_BACK", "TAKEN_UP")));
    }

    /** T-06, what is about handing over: regisseur, youth team and CJG, and none of them let it fall. */
    @Test
    void passedFromOneToTheNextItIsSomebodysAllTheTimeAndTheReporterHearsWho() throws IOException {
        String report = reported("noor");
        JsonNode item = item(report);
        act(item, "taking-up", "{\"person\": \"lotte\"}");

        act(item, "passing-on", "{\"person\": \"lotte\", \"to\": \"jot\", \"reason\": \"Opvoedvraag.\"}");
        assertThat(owner(item)).isEqualTo("PASSED_ON lotte");
        assertThat(team.post(at(item, "closing"), "{\"person\": \"lotte\", \"reason\": \"Is bij het JOT.\"}")
                        .text())
                .contains("PASS_ON_ACCEPTANCE");
        act(item, "acceptance", "{\"person\": \"jot\", \"accepted\": false, \"reason\": \"Geen opvoedvraag.\"}");
        assertThat(owner(item)).isEqualTo("TAKEN_UP lotte");

        act(item, "passing-on", "{\"person\": \"lotte\", \"to\": \"cjg\", \"reason\": \"Dan het CJG.\"}");
        assertThat(team.post(at(item, "acceptance"), "{\"person\": \"jot\", \"accepted\": true}")
                        .status())
                .isEqualTo(409);
        act(item, "acceptance", "{\"person\": \"cjg\", \"accepted\": true, \"contact\": \"S. de Wit\"}");
        assertThat(owner(item)).isEqualTo("TAKEN_UP cjg");
        assertThat(team.post(
                                at(item, "passing-on"),
                                "{\"person\": \"cjg\", \"to\": \"lotte\", \"reason\": \"Toch niet.\"}")
                        .status())
                .as("it does not go round")
                .isEqualTo(409);
        await().atMost(PATIENCE).until(() -> steps(report).equals(List.of("TAKEN_UP", "TAKEN_UP S. de Wit")));
    }

    /** T-01: a school worries, the parent declines, the team closes, and the worry is lost. */
    @Test
    void noTeamClosesAWorryWithoutAReasonAndTheSchoolHearsThatItDid() throws IOException {
        String report = reported("tess");
        JsonNode item = item(report);
        act(item, "taking-up", "{\"person\": \"sem\"}");
        assertThat(team.post(at(item, "closing"), "{\"person\": \"sem\"}").text())
                .contains("/reason", "REQUIRED");
        assertThat(owner(item)).isEqualTo("TAKEN_UP sem");
        String declined = "{\"person\": \"sem\", \"reason\": \"Ouder ziet af van hulp.\"}";
        await().atMost(PATIENCE).until(() -> asksAfterSafety(item));
        Reply early = team.post(at(item, "closing"), declined);
        assertThat(early.status()).as("nobody knows whether the child is safe").isEqualTo(409);
        assertThat(early.text()).contains("SAFETY_ESTIMATE");

        estimated(item);
        act(item, "closing", declined);

        await().atMost(PATIENCE).until(() -> steps(report).equals(List.of("TAKEN_UP", "CLOSED")));
        assertThat(school.get("/v1/messages/" + report).text()).doesNotContain("ziet af");
    }

    /** word back tells that a team is involved, so it needs a ground; without one the team is told to find another way. */
    @Test
    void whereTheGroundAllowsNoWordBackTheTaskToTellTheReporterStaysOpen() throws IOException {
        String report = reported("mees", "\"IDENTITY\", \"OBSERVATION\"");
        JsonNode item = item(report);

        JsonNode now = act(item, "taking-up", "{\"person\": \"sem\"}");

        assertThat(now.path("reporterTold").asBoolean()).isFalse();
        assertThat(now.path("feedback").path("outcome").asString()).isNotEqualTo("PERMIT");
        assertThat(tasks(item)).containsExactly("FEEDBACK_DUE intake");
        assertThat(steps(report)).isEmpty();
    }

    /** The same path from the page of a regisseur. */
    @Test
    void theReporterHearsWhatIsDecidedOnThePageToo() throws IOException {
        String report = reported("wies");
        JsonNode item = item(report);
        String page = "/households/" + item.path("household").asString() + "/items/"
                + item.path("id").asString();
        assertThat(team.get(page).text()).contains("Wie bent u?");
        Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");

        assertThat(team.post(page, form, "choice=TAKE_UP&to=RECORD").text()).contains("Wie bent u?", "vul dit in");
        Reply reply = team.post(page, form, "choice=TAKE_UP&person=sem&contact=S.+Visser&to=RECORD");

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location")).contains("?done=TAKE_UP&told=true");
        await().atMost(PATIENCE).until(() -> steps(report).equals(List.of("TAKEN_UP S. Visser")));
        assertThat(team.post(page, form, "choice=ACCEPT&person=sem&to=RECORD").text())
                .contains("Iemand was u voor");
    }

    @Test
    void theReporterReadsExactlyWhatMayGoAndWhoWritesSeesThatBefore() throws IOException {
        String report = reported("noor");
        JsonNode item = item(report);
        String page = at(item, "feedback")
                .replace("/v1/feed/", "/households/" + item.path("household").asString() + "/items/");
        assertThat(team.get(page).text()).contains("Over wie gaat uw bericht?");
        Map<String, String> posted = Map.of("Content-Type", "application/x-www-form-urlencoded");
        String words = "key=" + UUID.randomUUID() + "&planning=Wij+komen+woensdag+langs."
                + "&opinion=Moeder+lijkt+overbelast.&contact=S.+Visser";
        assertThat(team.post(page, posted, words + "&about=niemand&to=SEND").text())
                .contains("Over wie gaat uw bericht?</span>: <span>vul dit in");
        String form = words + "&about="
                + URLEncoder.encode(item.path("persons").path(0).path("ref").asString(), StandardCharsets.UTF_8);

        String check = team.post(page, posted, form + "&to=CHECK").text();

        assertThat(check.substring(check.indexOf("goes-title"), check.indexOf("stays-title")))
                .contains("Wij komen woensdag langs.", "S. Visser")
                .doesNotContain("overbelast");
        assertThat(check.substring(check.indexOf("stays-title"))).contains("Moeder lijkt overbelast.");
        Reply sent = team.post(page, posted, form + "&to=SEND");

        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.header("Location")).endsWith("?done=FEEDBACK");
        await().atMost(PATIENCE).until(() -> answers("Wij komen woensdag langs.") == 1);
        assertThat(answers("overbelast")).isZero();
        assertThat(team.post(page, posted, form + "&to=SEND").status()).isEqualTo(302);
        assertThat(team.post(page, posted, form.replace("woensdag", "donderdag") + "&to=SEND")
                        .text())
                .contains("dit is al verstuurd");
    }

    /** How many messages in the school's feed say it. */
    private long answers(String words) throws IOException {
        return school.get("/v1/feed?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(each -> each.toString().contains(words))
                .count();
    }

    private String reported(String pupil) throws IOException {
        return reported(pupil, "\"IDENTITY\", \"OBSERVATION\", \"PLANNING\"");
    }

    private String reported(String pupil, String categories) throws IOException {
        // Old enough to consent, young enough that safety is asked after; and nobody whom another test knows
        String born = Samples.today().minusYears(17).toString();
        school.put("/v1/persons/" + pupil, Samples.person(born));
        String consent = Samples.consent(pupil, Samples.today().plusMonths(2))
                .replace("\"IDENTITY\", \"OBSERVATION\"", categories);
        assertThat(school.post("/v1/consents", consent).status()).isEqualTo(201);
        String concern = Samples.concern(pupil, "Komt vaak te laat.")
                .replace("2008-05-04", born)
                .replace("Iris", pupil)
                .replace("Zomer", pupil + "veld");
        Reply reply = school.post(
                "/v1/messages",
                Map.of("Content-Type", Samples.CONCERN, "Sluis-Recipient", Member.WIJKTEAM.organisation()),
                concern);
        String report = reply.text("id");
        await().atMost(PATIENCE)
                .until(() -> school.get("/v1/messages/" + report).text("state").equals("DELIVERED"));
        return report;
    }

    private JsonNode item(String report) throws IOException {
        return team.get("/v1/feed?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("messageId").asString("").equals(report))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode act(JsonNode item, String act, String body) throws IOException {
        Reply reply = team.post(at(item, act), body);
        assertThat(reply.status()).as(reply.toString() + reply.text()).isEqualTo(200);
        return reply.json();
    }

    private boolean asksAfterSafety(JsonNode item) throws IOException {
        return team.get("/v1/households/" + item.path("household").asString() + "/tasks")
                .text()
                .contains("SAFETY_ESTIMATE");
    }

    private void estimated(JsonNode item) throws IOException {
        Reply reply =
                team.post("/v1/households/" + item.path("household").asString() + "/safety/estimates", """
                {"on": "%s", "maker": "S. Visser", "made": {"instrument": "LIRIK", "judgement": "WORRIES", "weight": "LIGHT",
                 "sources": ["PARENT", "CHILD"], "seen": "Is moe, en veilig thuis."}}""".formatted(
                                Samples.today()));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    private static String at(JsonNode item, String act) {
        return "/v1/feed/" + item.path("id").asString() + "/" + act;
    }

    private JsonNode followUp(String report) throws IOException {
        return school.get("/v1/messages/" + report).json().path("followUp");
    }

    private List<String> steps(String report) throws IOException {
        return followUp(report)
                .path("steps")
                .valueStream()
                .map(step -> (step.path("code").asString() + " "
                                + step.path("contact").asString(""))
                        .trim())
                .toList();
    }

    /** What is open about this one item, with the role that owns it. */
    private List<String> tasks(JsonNode item) throws IOException {
        return team.get("/v1/households/" + item.path("household").asString() + "/tasks")
                .json()
                .path("tasks")
                .valueStream()
                .filter(task -> task.path("item").equals(item.path("id")))
                .map(task -> task.path("kind").asString() + " "
                        + task.path("ownerRole").asString())
                .toList();
    }

    private String owner(JsonNode item) throws IOException {
        return team.get("/v1/households/" + item.path("household").asString() + "/overview")
                .json()
                .path("lines")
                .valueStream()
                .filter(line -> line.path("item").path("id").equals(item.path("id")))
                .map(line -> line.path("item").path("state").asString() + " "
                        + line.path("owner").asString())
                .findFirst()
                .orElseThrow();
    }

    /** As if it had come so long ago. */
    private void daysPass(String report, int days) {
        nodes.rows(Member.SCHOOL)
                .jdbc()
                .sql("UPDATE outgoing_history SET at = at - make_interval(days => ?) WHERE id = CAST(? AS uuid)")
                .params(days, report)
                .update();
    }
}
