package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.ThreadId;
import nl.sluis.consent.ReceivedGrounds;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.policy.Ground;
import nl.sluis.testing.AtOnce;
import nl.sluis.testing.SettableClock;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * A school whose partner's node is away, and whose time of day is ours to set: what changes between submission and delivery
 * stops a message that was permitted, and the sender reads why. The days only go on, so the tests have an order.
 */
@ExtendWith(NodesExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LastMomentTest {

    private static final Duration CEILING = Duration.ofSeconds(120);
    private static final LocalDate TODAY = Samples.today();
    private static final OrganisationId TEAM = new OrganisationId(Member.WIJKTEAM.organisation());
    private static final OrganisationId SUCCESSOR = SchoolAlone.SUCCESSOR;
    private static final MessageId FROM_TEAM = new MessageId(UUID.randomUUID());

    private final SchoolAlone node;
    private final SettableClock clock;
    private final Http school;
    private String refusedByTheSuccessor = "";

    LastMomentTest(SchoolAlone node) {
        this.node = node;
        this.clock = node.clock();
        this.school = node.system();
    }

    @Test
    @Order(1)
    void aWithdrawalStopsIt() throws IOException {
        String consent = consents("ida", TODAY.plusMonths(3));
        String message = queued("ida");

        assertThat(school.post(
                                "/v1/consents/" + consent + "/withdrawal",
                                "{\"by\": \"ida\", \"channel\": \"TELEFONISCH\"}")
                        .status())
                .isEqualTo(200);

        stopped(message, "WITHDRAWN", "CONSENT_WITHDRAWN");
    }

    @Test
    @Order(2)
    void aRefusalStopsIt() throws IOException {
        consents("kim", TODAY.plusMonths(3));
        String message = queued("kim");

        assertThat(school.post(
                                "/v1/consents",
                                Samples.consent("kim", TODAY.plusMonths(3)).replace("GIVEN", "REFUSED"))
                        .status())
                .isEqualTo(201);

        stopped(message, "WITHDRAWN", "REFUSED");
    }

    @Test
    @Order(3)
    void theEndOfAConsentHoldsIt() throws IOException {
        consents("sam", TODAY.plusDays(3));
        String message = queued("sam");

        clock.advance(Duration.ofDays(5));

        stopped(message, "HOLD", "CONSENT_EXPIRED");
    }

    @Test
    @Order(4)
    void aSixteenthBirthdayHoldsItForTheConsentOfThePupil() throws IOException {
        LocalDate sixteen = TODAY.plusDays(10);
        parents("noah", sixteen.minusYears(16));
        String message = queued("noah");

        clock.advance(Duration.ofDays(7));

        stopped(message, "HOLD", "MISSING_SELF");
    }

    @Test
    @Order(5)
    void whatWaitsForARecipientThatHasEndedGoesToItsSuccessorOnlyWhenAPersonSaysSoDecidedAnewAndOnce()
            throws IOException {
        consents("bo", TODAY.plusMonths(3));
        String message = queued("bo");
        String answer = answer(TEAM).text("id");
        consents("pim", TODAY.plusMonths(3));
        refusedByTheSuccessor = queued("pim");
        assertThat(school.post(
                                "/v1/consents",
                                Samples.consent("pim", TODAY.plusMonths(3))
                                        .replace("GIVEN", "REFUSED")
                                        .replace(TEAM.value(), SUCCESSOR.value()))
                        .status())
                .isEqualTo(201);

        long before = countTo(SUCCESSOR);
        clock.advance(Duration.ofDays(10));

        stopped(message, "FAILED", "RECIPIENT_ENDED");
        stopped(answer, "FAILED", "RECIPIENT_ENDED");
        stopped(refusedByTheSuccessor, "FAILED", "RECIPIENT_ENDED");
        JsonNode item = undelivered(message);
        assertThat(item.path("successor").path("id").asString()).isEqualTo(SUCCESSOR.value());
        assertThat(item.path("reason").asString()).contains("Wijkteam Lindedam-Nieuw");
        assertThat(item.path("ways").valueStream().map(way -> way.path("way").asString()))
                .containsExactly("successor", "closing");
        assertThat(countTo(SUCCESSOR)).as("nothing goes by itself").isEqualTo(before);

        String way = item.path("ways").path(0).path("href").asString();
        List<Http.Reply> replies = AtOnce.answers(4, i -> () -> school.post(way, ""));
        assertThat(replies).extracting(Http.Reply::status).containsOnly(202);
        String anew = replies.getFirst().text("id");
        assertThat(replies).extracting(reply -> reply.text("id")).containsOnly(anew);
        assertThat(countTo(SUCCESSOR)).isEqualTo(before + 1);
        // The pupil consented to the team that ended
        assertThat(school.get("/v1/messages/" + anew).text("state")).isEqualTo("HOLD");
        assertThat(school.get("/v1/messages/" + anew).text("recipient")).isEqualTo(SUCCESSOR.value());
        assertThat(school.get("/v1/messages/" + message).text("continuedAs")).isEqualTo(anew);
        assertThat(undelivered(message).isMissingNode()).isTrue();

        assertThat(school.post(
                                "/v1/consents",
                                Samples.consent("bo", TODAY.plusMonths(3)).replace(TEAM.value(), SUCCESSOR.value()))
                        .status())
                .isEqualTo(201);
        await().atMost(CEILING).until(() -> school.get("/v1/messages/" + anew).text("state"), "QUEUED"::equals);
    }

    @Test
    @Order(6)
    void aSubmissionToASuccessorThatIsDeniedLeavesTheMessageWithThePersonWhoSeesToIt() throws IOException {
        String message = refusedByTheSuccessor;
        String way = "/v1/messages/" + message + "/successor";
        Http.Reply denied = school.post(way, "");
        assertThat(denied.text("outcome")).as(denied.toString()).isEqualTo("DENY");
        assertThat(undelivered(message).path("ways").path(0).path("href").asString())
                .isEqualTo(way);
        assertThat(school.get("/v1/messages/" + message).json().has("continuedAs"))
                .isFalse();

        assertThat(school.post("/v1/messages/" + message + "/closing", "{\"reason\": \"NOT_NEEDED\"}")
                        .status())
                .isEqualTo(200);
        assertThat(school.post(way, "").status()).isEqualTo(409);
    }

    @Test
    @Order(7)
    void anAnswerInTheThreadOfAnOrganisationThatMergedIsRefusedWithTheReason() throws IOException {
        Http.Reply toEnded = answer(TEAM);
        assertThat(toEnded.status()).isEqualTo(422);
        assertThat(toEnded.text()).contains("RECIPIENT_ENDED", SUCCESSOR.value());
        Http.Reply toSuccessor = answer(SUCCESSOR);
        assertThat(toSuccessor.status()).isEqualTo(422);
        assertThat(toSuccessor.text()).contains("THREAD_OF_ENDED", TEAM.value());

        JsonNode waited = school.get("/v1/undelivered")
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("kind").asString().equals("FEEDBACK"))
                .findFirst()
                .orElseThrow();
        assertThat(waited.path("ways").valueStream().map(way -> way.path("way").asString()))
                .containsExactly("closing");
        assertThat(waited.path("reason").asString()).contains("eigen bericht");
        Http.Reply forced = school.post("/v1/messages/" + waited.path("id").asString() + "/successor", "");
        assertThat(forced.status()).isEqualTo(422);
        assertThat(forced.text()).contains("THREAD_OF_ENDED");
    }

    /** Word back on something that the team sent before it ended. */
    private Http.Reply answer(OrganisationId to) throws IOException {
        node.part(TransactionTemplate.class)
                .executeWithoutResult(status -> node.part(ReceivedGrounds.class)
                        .keep(
                                TEAM,
                                FROM_TEAM,
                                new ThreadId(FROM_TEAM.value()),
                                new Ground(LegalBasis.CONSENT, List.of(), List.of())));
        return school.post("/v1/messages", Map.of("Content-Type", "application/vnd.sluis.message+json"), """
                {"kind": "FEEDBACK", "inReplyTo": "%s", "recipient": "%s", "senderRole": "OTHER",
                 "purpose": "YOUTH_SUPPORT", "persons": [{"ref": "p1", "role": "CHILD"}], "sections": [
                  {"id": "answer", "subject": "p1", "category": "OBSERVATION", "lifeDomain": "LGZ", "mandatory": true,
                   "content": {"type": "statement", "text": "Dank u.", "assertion": "OBSERVED"}}]}""".formatted(
                        FROM_TEAM, to.value()));
    }

    private JsonNode undelivered(String message) throws IOException {
        JsonNode items = school.get("/v1/undelivered").json().path("items");
        return items.valueStream()
                .filter(item -> item.path("id").asString().equals(message))
                .findFirst()
                .orElseGet(() -> items.path("none"));
    }

    private long countTo(OrganisationId recipient) {
        return node.part(JdbcClient.class)
                .sql("SELECT count(*) FROM outgoing WHERE recipient = ?")
                .param(recipient.value())
                .query(Long.class)
                .single();
    }

    private String consents(String pupil, LocalDate until) throws IOException {
        school.put("/v1/persons/" + pupil, Samples.person("2008-05-04"));
        return school.post("/v1/consents", Samples.consent(pupil, until)).text("id");
    }

    private void parents(String child, LocalDate birthDate) throws IOException {
        for (String parent : List.of("sanne", "kerem")) {
            school.put("/v1/persons/" + parent, Samples.person("1990-02-11"));
        }
        school.put("/v1/persons/" + child, """
                {"birthDate": "%s", "capable": true, "custody": {"type": "JOINT_PARENTS", "holders": ["sanne", "kerem"],
                 "source": "BRP", "retrievedAt": "%s"}}""".formatted(birthDate, clock.instant()));
        for (String parent : List.of("sanne", "kerem")) {
            String consent = Samples.consent(child, TODAY.plusMonths(3))
                    .replace("\"giver\": \"" + child, "\"giver\": \"" + parent)
                    .replace("SELF", "CUSTODIAN");
            assertThat(school.post("/v1/consents", consent).status()).isEqualTo(201);
        }
    }

    private String queued(String pupil) throws IOException {
        String concern = Samples.concern(pupil, "Is vaak moe.");
        Http.Reply reply = school.post(
                "/v1/messages",
                Map.of("Content-Type", Samples.CONCERN, "Sluis-Recipient", Member.WIJKTEAM.organisation()),
                pupil.equals("noah")
                        ? concern.replace(
                                "2008-05-04", TODAY.plusDays(10).minusYears(16).toString())
                        : concern);
        assertThat(reply.text("state")).as(reply.toString()).isEqualTo("QUEUED");
        return reply.text("id");
    }

    /** The sender reads in the message's history and answer why; nothing was ever given to the partner. */
    private void stopped(String message, String state, String code) throws IOException {
        await(message + " " + state)
                .atMost(CEILING)
                .until(
                        () -> {
                            // An attempt that was under way when the days went by is tried again after a pause
                            clock.advance(Duration.ofSeconds(10));
                            return school.get("/v1/messages/" + message).text("state");
                        },
                        state::equals);
        JsonNode found = school.get("/v1/messages/" + message).json();
        JsonNode last = found.path("history").path(found.path("history").size() - 1);
        assertThat(last.path("state").asString()).isEqualTo(state);
        assertThat(last.path("detail").asString()).contains(code);
    }
}
