package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.path.Http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Cases of the reports in which Veilig Thuis hands over, played between its node and that of a team: where each is caught now. */
@ExtendWith(NodesExtension.class)
class HandedOverCasesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HANDOVER = "application/json;profile=vt-overdracht";
    private static final String OWN_FORMAT = "application/vnd.sluis.message+json";
    private static final String FINDINGS = """
            {"type": "FINDINGS", "person": "F. Boukhari", "on": "%s", "form": "HOME_VISIT", "text": "Vader slaat nog."}""";
    private static final String ATTEMPT = """
            {"type": "ATTEMPT", "person": "Lotte", "on": "%s", "form": "CALL", "text": "Niet opgenomen."}""";
    private static final String CLOSING = """
            {"person": "F. Boukhari", "goalReached": true, "safetyCompared": true, "followUpArranged": true,
             "reporterInformed": true, "worriesOpen": false, "why": "Het kind krijgt hulp."}""";
    private static final String NOT_MADE = "{\"notMade\": {\"why\": \"Wachttijd.\"}}";

    private final Http veiligThuis;
    private final Http team;

    HandedOverCasesTest(Nodes nodes) {
        this.veiligThuis = nodes.system(Member.VEILIG_THUIS);
        this.team = nodes.system(Member.WIJKTEAM);
    }

    /** T-02: abuse of a child, parents willing, no estimate; the reason and the safety are lost, and a year later it still goes on. */
    @Test
    void aCaseWithoutAnEstimateIsNobodysSafeCaseUntilBothSpokeAndSafetyIsEstimated() throws IOException {
        ObjectNode unsaid = handover("jip", NOT_MADE);
        unsaid.remove("safety");
        consented("jip");
        assertThat(sent(unsaid).text()).contains("'safety'");

        JsonNode item = arrived(sent(handover("jip", NOT_MADE)));
        String household = "/v1/households/" + item.path("household").asString();
        assertThat(item.toString()).contains("Reden van de melding: Fysieke mishandeling.", "politie");
        await().atMost(PATIENCE).until(() -> !handed(household).isMissingNode());
        assertThat(handed(household).path("owner").asString()).isEqualTo("SENDER");
        assertThat(team.get(household + "/tasks").text()).contains("Voorwaarde: Consultatiebureau.");
        assertThat(team.get(household + "/safety").text())
                .contains("Veiligheid NIET ingeschat door Veilig Thuis Oostrand", "Wachttijd.");

        acts(
                household,
                "{\"type\": \"CONTACT_CONFIRMED\", \"person\": \"F. Boukhari\", \"on\": \"%s\", \"form\": \"CALL\"}");
        JsonNode asked = word("CONTACT_CONFIRMED", item);
        assertThat(handed(household).path("owner").asString()).isEqualTo("SENDER");
        answers("jip", asked, "CONTACT_CONFIRMED", "CALL", "Gebeld.");
        await().atMost(PATIENCE)
                .until(() -> handed(household).path("state").asString().equals("COMPLETE"));
        assertThat(handed(household).path("owner").asString()).isEqualTo("RECEIVER");

        // Help for the child alone, and an estimate of almost a year ago: the case is neither safe nor closed, and
        // where it came from stays
        acts(household, FINDINGS);
        word("Vader slaat nog.", item);
        assertThat(steps(item)).containsExactly("CONTACT_CONFIRMED", "FINDINGS");
        estimated(household, Samples.today().minusMonths(11));
        assertThat(team.get(household + "/safety")
                        .json()
                        .at("/children/0/state")
                        .asString())
                .isEqualTo("OLD");
        takenUp(item);
        assertThat(team.post(household + "/closing", CLOSING).status())
                .as("the estimate is old")
                .isEqualTo(409);
        estimated(household, Samples.today());
        assertThat(team.post(household + "/closing", CLOSING).text("state")).isEqualTo("CLOSED");
        String today = Samples.today().toString();
        assertThat(team.get("/v1/households?origin=VEILIG_THUIS&from=" + today + "&until=" + today)
                        .text())
                .contains(item.path("household").asString());
    }

    /** T-06: a mother was hit holding the child; three times handed over, no estimate, and nobody says whose it is. */
    @Test
    void aFamilyThatNobodyReachesGoesBackWithEveryAttemptAndIsSomebodysAllTheTime() throws IOException {
        consented("fenna");
        JsonNode item = arrived(sent(handover("fenna", NOT_MADE)));
        String household = "/v1/households/" + item.path("household").asString();
        await().atMost(PATIENCE).until(() -> !handed(household).isMissingNode());
        takenUp(item);
        String pass = "{\"person\": \"lotte\", \"to\": \"jot\", \"reason\": \"Opvoedvraag.\"}";
        assertThat(team.post("/v1/feed/" + item.path("id").asString() + "/passing-on", pass)
                        .status())
                .isEqualTo(200);
        String no = "{\"person\": \"jot\", \"accepted\": false, \"reason\": \"Ouders hebben geen opvoedvraag.\"}";
        JsonNode stays = team.post("/v1/feed/" + item.path("id").asString() + "/acceptance", no)
                .json();
        assertThat(stays.path("owner").asString()).isEqualTo("lotte");
        Reply closing = team.post(
                "/v1/feed/" + item.path("id").asString() + "/closing",
                "{\"person\": \"lotte\", \"reason\": \"Geen opvoedvraag.\"}");
        assertThat(closing.status())
                .as("nobody knows whether the child is safe")
                .isEqualTo(409);

        String back =
                "{\"type\": \"RETURN\", \"person\": \"Lotte\", \"on\": \"%s\", \"text\": \"Geen contact gekregen.\"}";
        for (int days = 9; days > 0; days -= 3) {
            String day = Samples.today().minusDays(days).toString();
            assertThat(act(household, back.formatted(day)).status())
                    .as("too few attempts")
                    .isEqualTo(409);
            acts(household, ATTEMPT.formatted(day));
        }
        acts(household, back);
        JsonNode word = word("Geen contact gekregen.", item);
        assertThat(word.toString())
                .contains(
                        Samples.today().minusDays(9).toString(),
                        Samples.today().minusDays(3).toString());
        String there = "/v1/households/" + word.path("household").asString() + "/tasks";
        await().atMost(PATIENCE).until(() -> veiligThuis.get(there).text().contains("RETURNED_CASE"));
        assertThat(handed(household).path("state").asString()).isEqualTo("RETURN_OFFERED");
        assertThat(team.get(household + "/tasks").text()).contains("HANDOVER_CONFIRMATION");

        answers("fenna", word, "RETURN_ACCEPTED", "CALL", "Wij nemen het terug.");
        await().atMost(PATIENCE)
                .until(() -> handed(household).path("state").asString().equals("RETURNED"));
        assertThat(handed(household).path("owner").asString()).isEqualTo("SENDER");
        assertThat(steps(item)).contains("TAKEN_UP", "RETURN");
    }

    private void consented(String child) throws IOException {
        veiligThuis.put("/v1/persons/" + child, """
                {"birthDate": "2018-02-03", "custody": {"type": "JOINT_PARENTS", "holders": ["%1$s-moeder", "%1$s-vader"],
                 "source": "BRP", "retrievedAt": "2026-09-01T09:00:00+02:00"}}""".formatted(child));
        for (String parent : new String[] {"-moeder", "-vader"}) {
            Reply reply = veiligThuis.post(
                    "/v1/consents", """
                    {"giver": "%1$s%2$s", "capacity": "CUSTODIAN", "subjects": ["%1$s"], "recipients": ["wijkteam-noord"],
                     "purposes": ["SAFETY"], "categories": ["IDENTITY", "SAFETY", "PLANNING"], "lifeDomains": ["REL"],
                     "decision": "GIVEN", "until": "%3$s", "evidence": "formulier-%1$s"}""".formatted(child, parent, Samples.today().plusMonths(6)));
            assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        }
    }

    private static ObjectNode handover(String child, String safety) {
        ObjectNode handover = JsonMapper.shared()
                .readTree("""
                {"persons": [{"ref": "%1$s", "role": "CHILD", "given": "%1$s", "family": "%1$sdal", "birthDate": "2018-02-03"}],
                 "reason": {"text": "Fysieke mishandeling."}, "source": {"type": "POLICE"},
                 "investigation": {"done": [{"text": "Gesprek met ouders."}], "notDone": []},
                 "agreements": {"none": {"why": "Ouders willen hulp."}}, "conditions": [{"about": "%1$s", "text": "Consultatiebureau.", "checkOn": "%2$s"}]}""".formatted(child, Samples.today().plusDays(30)))
                .asObject();
        ObjectNode one = JsonMapper.shared().readTree(safety).asObject().put("about", child);
        handover.putArray("safety").add(one);
        return handover;
    }

    private Reply sent(JsonNode handover) throws IOException {
        return veiligThuis.post(
                "/v1/messages",
                Map.of("Content-Type", HANDOVER, "Sluis-Recipient", Member.WIJKTEAM.organisation()),
                handover.toString());
    }

    /** As the team's feed has it. */
    private JsonNode arrived(Reply sent) throws IOException {
        assertThat(sent.text("outcome")).as(sent.text()).isEqualTo("PERMIT");
        return await().atMost(PATIENCE)
                .until(() -> item(team, "messageId", sent.text("id")), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<JsonNode> item(Http at, String field, String value) throws IOException {
        return FeedItems.find(at, item -> item.path(field).asString("").equals(value));
    }

    /** What Veilig Thuis reads of what the team did. */
    private JsonNode word(String code, JsonNode item) {
        return await().atMost(PATIENCE)
                .until(
                        () -> item(
                                        veiligThuis,
                                        "threadId",
                                        item.path("threadId").asString())
                                .filter(one -> one.toString().contains(code)),
                        Optional::isPresent)
                .orElseThrow();
    }

    private void answers(String child, JsonNode word, String code, String form, String text) throws IOException {
        // On the grounds of Veilig Thuis itself: those that came with word back say nothing of the child but what it
        // answered
        Reply reply = veiligThuis.post(
                "/v1/messages",
                Map.of("Content-Type", OWN_FORMAT, "Sluis-Recipient", Member.WIJKTEAM.organisation()),
                """
                {"kind": "INFO_PROVISION", "inReplyTo": "%6$s", "purpose": "SAFETY", "basis": "CONSENT", "senderRole": "OTHER",
                 "persons": [{"ref": "%1$s", "role": "CHILD", "local": "%1$s"}], "sections": [
                  {"id": "code", "subject": "%1$s", "category": "SAFETY", "lifeDomain": "REL", "mandatory": true,
                   "content": {"type": "coded", "system": "urn:sluis:handover", "code": "%2$s", "display": "%3$s"}},
                  {"id": "said", "subject": "%1$s", "category": "SAFETY", "lifeDomain": "REL", "mandatory": true,
                   "content": {"type": "statement", "text": "%4$s", "assertion": "REPORTED_BY", "observedOn": "%5$s",
                    "source": "P. Smit"}}]}""".formatted(
                                child,
                                code,
                                form,
                                text,
                                Samples.today(),
                                word.path("messageId").asString()));
        assertThat(reply.text("outcome")).as(reply.text()).isEqualTo("PERMIT");
    }

    /** What Veilig Thuis sees of what became of its case, at the case itself. */
    private List<String> steps(JsonNode item) throws IOException {
        return veiligThuis
                .get("/v1/messages/" + item.path("messageId").asString())
                .json()
                .at("/followUp/steps")
                .valueStream()
                .map(step -> step.path("code").asString())
                .toList();
    }

    private void takenUp(JsonNode item) throws IOException {
        Reply reply = team.post("/v1/feed/" + item.path("id").asString() + "/taking-up", "{\"person\": \"lotte\"}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private void estimated(String household, LocalDate on) throws IOException {
        Reply reply = team.post(household + "/safety/estimates", """
                {"on": "%s", "maker": "S. Visser", "made": {"instrument": "LIRIK", "judgement": "SAFE_ENOUGH", "weight": "LIGHT",
                 "sources": ["PARENT", "CHILD"], "seen": "Speelt rustig."}}""".formatted(on));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    private JsonNode handed(String household) throws IOException {
        return team.get(household + "/handovers").json().path("handovers").path(0);
    }

    private void acts(String household, String act) throws IOException {
        Reply reply = act(household, act.formatted(Samples.today()));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private Reply act(String household, String act) throws IOException {
        return team.post(
                household + "/handovers/" + handed(household).path("id").asString() + "/acts", act);
    }
}
