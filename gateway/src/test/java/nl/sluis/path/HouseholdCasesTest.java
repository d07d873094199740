package nl.sluis.path;

import static nl.sluis.path.FamilyMessages.goal;
import static nl.sluis.path.FamilyMessages.message;
import static nl.sluis.path.FamilyMessages.notVoluntary;
import static nl.sluis.path.FamilyMessages.observed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.path.FamilyMessages.Said;
import nl.sluis.path.FamilyMessages.Who;
import nl.sluis.path.Http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Cases of the reports in which nobody saw the whole family, played between the nodes of partners and of a team: where each is caught now. */
@ExtendWith(NodesExtension.class)
class HouseholdCasesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String CLOSING = """
            {"person": "F. Boukhari", "goalReached": true, "safetyCompared": true, "followUpArranged": true,
             "reporterInformed": true, "worriesOpen": false, "why": "Er is een plan."}""";

    private final Nodes nodes;
    private final Http team;

    HouseholdCasesTest(Nodes nodes) {
        this.nodes = nodes;
        this.team = nodes.system(Member.WIJKTEAM);
    }

    /** T-08: the incident. Signals of danger came over a long time from many sides, and nobody put them together. */
    @Test
    void signalsOfManyPartnersAreOneQuestionAndDangerStaysOnTopUntilSomebodyDecides() throws IOException {
        Who kai = new Who("Kai", "Ransdorp", "CHILD", FamilyMessages.youth());
        List<Member> partners = List.of(Member.SCHOOL, Member.HUISARTS, Member.JEUGD_GGZ, Member.VEILIG_THUIS);
        for (Member partner : partners) {
            consents(partner, kai, kai);
        }
        JsonNode acute =
                says(Member.SCHOOL, message("SIGNAL", "ACUTE", kai), observed(kai, "SAFETY", "Is bang voor thuis."));
        JsonNode second =
                says(Member.HUISARTS, message("SIGNAL", "ROUTINE", kai), observed(kai, "SAFETY", "Blauwe plek."));
        String household = "/v1/households/" + acute.path("household").asString();
        assertThat(tasks(household)).contains("ACUTE").doesNotContain("PATTERN");
        says(Member.JEUGD_GGZ, message("SIGNAL", "ROUTINE", kai), observed(kai, "SAFETY", "Zegt niets meer."));
        JsonNode handover = says(Member.VEILIG_THUIS, message("HANDOVER", "ROUTINE", kai), notVoluntary(kai));

        assertThat(handover.path("household")).isEqualTo(acute.path("household"));
        assertThat(tasks(household)).contains("PATTERN", "ACUTE");
        JsonNode first = team.get(household + "/overview").json().at("/lines/0");
        assertThat(first.at("/item/id"))
                .as("danger first, whatever came after it")
                .isEqualTo(acute.path("id"));
        assertThat(first.path("pinned").asBoolean()).isTrue();
        act(second, "taking-up", "{\"person\": \"sem\"}");
        Reply closing =
                team.post(at(second, "closing"), "{\"person\": \"sem\", \"reason\": \"Opvoedondersteuning loopt.\"}");
        assertThat(closing.status())
                .as("what they mean together is not decided")
                .isEqualTo(409);
        assertThat(closing.text()).contains("PATTERN");
        for (String kind : List.of("ACUTE", "PATTERN")) {
            settled(household, kind);
        }
        assertThat(team.get(household + "/overview")
                        .json()
                        .at("/lines/0/pinned")
                        .asBoolean())
                .isFalse();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(team.get(household + "/handovers")
                                .json()
                                .at("/handovers/0/notVoluntary")
                                .asString())
                        .isEqualTo("Ouders wijzen hulp af."));
    }

    /** T-03: a mother, teenagers, and the baby of one of them; a plan for one, nothing for another, no estimate of the baby. */
    @Test
    void theHouseholdSaysWhomNoPlanCoversAndOfWhomNobodyToldAnything() throws IOException {
        Who mother = new Who("Wilma", "Oostzaan", "PARENT", "1984-02-03");
        Who teenager = new Who("Lot", "Oostzaan", "CHILD", FamilyMessages.youth());
        Who baby = new Who(
                "Pip", "Oostzaan", "CHILD", Samples.today().minusMonths(4).toString());
        consents(Member.HUISARTS, mother, mother);
        consents(Member.HUISARTS, teenager, teenager);
        consents(Member.HUISARTS, baby, mother);
        consents(Member.JEUGD_GGZ, teenager, teenager);
        JsonNode report = says(
                Member.HUISARTS,
                message("SIGNAL", "ROUTINE", mother, teenager, baby),
                observed(mother, "OBSERVATION", "Is op."),
                observed(teenager, "OBSERVATION", "Slaapt niet."));
        JsonNode plan = says(Member.JEUGD_GGZ, message("PLAN_SUMMARY", "ROUTINE", teenager), goal(teenager));
        String household = "/v1/households/" + report.path("household").asString();
        assertThat(plan.path("household")).isEqualTo(report.path("household"));

        JsonNode family = team.get(household).json();

        assertThat(member(family, "Lot").at("/plans/0/item")).isEqualTo(plan.path("id"));
        for (String left : List.of("Wilma", "Pip")) {
            assertThat(member(family, left).at("/plans")).isEmpty();
            assertThat(member(family, left).at("/notCoveredBy/0/item")).isEqualTo(plan.path("id"));
        }
        assertThat(member(family, "Pip").at("/informationText").asString()).isEqualTo("geen informatie");
        assertThat(member(family, "Pip").at("/contactText").asString())
                .isEqualTo("niet vastgelegd of iemand met hen sprak");
        assertThat(family.path("lifeDomains").toString()).contains("niet besproken");
        JsonNode asked = member(family, "Pip").path("member");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(team.get(household + "/tasks")
                                .json()
                                .path("tasks")
                                .valueStream())
                        .anyMatch(task -> task.path("kind").asString().equals("SAFETY_ESTIMATE")
                                && task.path("member").equals(asked)));
        act(report, "taking-up", "{\"person\": \"sem\"}");
        estimated(household, member(family, "Lot"));
        assertThat(team.post(household + "/closing", CLOSING).status())
                .as("of the baby nobody knows whether it is safe")
                .isEqualTo(409);
        estimated(household, member(family, "Pip"));
        settled(household, "OTHER_CHILDREN");
        assertThat(tasks(household)).isEmpty();
        assertThat(team.post(household + "/closing", CLOSING).text("state")).isEqualTo("CLOSED");
    }

    /** T-04: parents apart, a youth worker, a guardian of the institution and a parent in treatment: who has the whole? */
    @Test
    void oneHasTheWholeAndWhoHasRegieOverOneChildIsNamedBeside() throws IOException {
        Who dad = new Who("Ruben", "Westzaan", "PARENT", "1981-05-06");
        Who child = new Who("Noor", "Westzaan", "CHILD", FamilyMessages.youth());
        consents(Member.SCHOOL, child, child);
        consents(Member.JEUGD_GGZ, dad, dad);
        consents(Member.JEUGD_GGZ, child, child);
        JsonNode report = says(
                Member.SCHOOL,
                message("SIGNAL", "ROUTINE", child),
                observed(child, "OBSERVATION", "Wisselt van huis."));
        JsonNode treated = says(
                Member.JEUGD_GGZ,
                message("PLAN_SUMMARY", "ROUTINE", child, dad),
                goal(dad),
                observed(child, "OBSERVATION", "Is er bij."));
        assertThat(treated.path("household")).isEqualTo(report.path("household"));
        String household = "/v1/households/" + report.path("household").asString();
        for (String person : List.of("youth-worker", "regisseur")) {
            assertThat(team.put(household + "/involved/" + person, "").status()).isEqualTo(204);
        }

        String youthWorker = "{\"holder\": \"PROFESSIONAL\", \"professional\": \"youth-worker\"}";
        assertThat(team.put(household + "/regie", youthWorker).status()).isEqualTo(200);
        Reply guardian = team.put(household + "/regie", """
                {"holder": "PARTNER", "member": "%s", "professional": "youth-worker",
                 "outside": {"name": "B. de Groot", "contact": "000 000 00 17", "organisation": "GI Oostrand"}}""".formatted(
                member(team.get(household).json(), "Noor").path("member").asString()));
        assertThat(guardian.status()).as(guardian.text()).isEqualTo(200);
        assertThat(team.put(household + "/regie", youthWorker.replace("youth-worker", "regisseur"))
                        .status())
                .as("nobody else has the whole beside")
                .isEqualTo(409);

        JsonNode regie = team.get(household + "/regie").json().path("now");
        assertThat(regie.valueStream()
                        .filter(one -> one.path("member").asString("").isEmpty()))
                .singleElement()
                .satisfies(whole ->
                        assertThat(whole.path("professional").asString()).isEqualTo("youth-worker"));
        assertThat(regie.toString()).contains("B. de Groot");
        JsonNode later = says(
                Member.SCHOOL, message("SIGNAL", "ROUTINE", child), observed(child, "OBSERVATION", "Komt niet meer."));
        assertThat(team.get(household + "/tasks").json().path("tasks").valueStream())
                .filteredOn(task -> task.path("item").equals(later.path("id")))
                .singleElement()
                .satisfies(task -> assertThat(task.path("owner").asString()).isEqualTo("youth-worker"));
        assertThat(member(team.get(household).json(), "Ruben")
                        .at("/plans/0/source")
                        .asString())
                .isEqualTo("GGZ De Horizon");
    }

    private static JsonNode member(JsonNode family, String given) {
        return family.path("members")
                .valueStream()
                .filter(one -> one.path("name").asString("").startsWith(given + " "))
                .findFirst()
                .orElseThrow();
    }

    /** A partner tells the team; the item as the team's feed has it. */
    private JsonNode says(Member partner, ObjectNode message, Said... said) throws IOException {
        Reply sent = FamilyMessages.sent(nodes.system(partner), Member.WIJKTEAM, message, said);
        assertThat(sent.text("outcome")).as(sent.text()).isEqualTo("PERMIT");
        return await().atMost(PATIENCE)
                .until(() -> item(sent.text("id")), Optional::isPresent)
                .orElseThrow();
    }

    private void consents(Member partner, Who about, Who giver) throws IOException {
        FamilyMessages.consents(nodes.system(partner), Member.WIJKTEAM, about, giver.ref());
    }

    private Optional<JsonNode> item(String message) throws IOException {
        return FeedItems.find(team, item -> item.path("messageId").asString("").equals(message));
    }

    private List<String> tasks(String household) throws IOException {
        return team.get(household + "/tasks")
                .json()
                .path("tasks")
                .valueStream()
                .map(task -> task.path("kind").asString())
                .toList();
    }

    private void estimated(String household, JsonNode member) throws IOException {
        Reply reply = team.post(household + "/safety/estimates", """
                {"on": "%s", "maker": "S. Visser", "members": ["%s"], "made": {"instrument": "LIRIK", "judgement": "SAFE_ENOUGH",
                 "weight": "LIGHT", "sources": ["PARENT", "CHILD"], "seen": "Rustig."}}""".formatted(
                        Samples.today(), member.path("member").asString()));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    private void settled(String household, String kind) throws IOException {
        String task = team.get(household + "/tasks")
                .json()
                .path("tasks")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        Reply reply = team.post(
                household + "/tasks/" + task + "/settlement", "{\"code\": \"DECIDED\", \"reason\": \"Huisbezoek.\"}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(204);
    }

    private void act(JsonNode item, String act, String body) throws IOException {
        Reply reply = team.post(at(item, act), body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private static String at(JsonNode item, String act) {
        return "/v1/feed/" + item.path("id").asString() + "/" + act;
    }
}
