package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.canonical.ConsentNews;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.path.Http.Reply;
import nl.sluis.seal.Envelope;
import nl.sluis.seal.TestSeals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A partner's node that tells and asks what it has nothing to do with: the practice, at the school and at the team. */
@ExtendWith(NodesExtension.class)
class HostileNewsTest {

    private static final OrganisationId PRACTICE = new OrganisationId(Member.HUISARTS.organisation());
    private static final OrganisationId SCHOOL = new OrganisationId(Member.SCHOOL.organisation());
    private static final OrganisationId TEAM = new OrganisationId(Member.WIJKTEAM.organisation());

    private final Nodes nodes;

    HostileNewsTest(Nodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void itsConsentIsNoPermitAndItsReceiptTellsNotWhoIsKnown() throws IOException {
        String bsn = "999990135";
        Http school = nodes.system(Member.SCHOOL);
        school.put("/v1/persons/rosa", "{\"birthDate\": \"2008-05-04\", \"bsn\": \"%s\"}".formatted(bsn));

        MessageId known = given(Samples.consentCopy(PRACTICE, SCHOOL, bsn), Member.SCHOOL);
        MessageId unknown = given(Samples.consentCopy(PRACTICE, SCHOOL, "999990147"), Member.SCHOOL);

        becomes(known, Member.SCHOOL, "DELIVERED");
        becomes(unknown, Member.SCHOOL, "DELIVERED");
        assertThat(school.get("/v1/consents?subject=rosa")
                        .json()
                        .path("consents")
                        .path(0)
                        .path("copy")
                        .path("state")
                        .asString(""))
                .isEqualTo("NOT_COUNTED");
        Reply message = school.post(
                "/v1/messages",
                Map.of("Content-Type", Samples.CONCERN, "Sluis-Recipient", TEAM.value()),
                Samples.concern("rosa", "Komt vaak te laat."));
        assertThat(message.text("outcome")).isEqualTo("HOLD");
        assertThat(message.text()).contains("MISSING_SELF").doesNotContain("CONSENT_WITHOUT_EVIDENCE");
    }

    @Test
    void aCopyThatNamesAnotherDiscloserIsRejected() throws IOException {
        MessageId id = given(
                Samples.consentCopy(PRACTICE, new OrganisationId(Member.JEUGD_GGZ.organisation()), "999990135"),
                Member.SCHOOL);

        becomes(id, Member.SCHOOL, "REJECTED");
    }

    @Test
    void aQuestionAboutWhatItWasNotGivenHasNoAnswer() throws IOException {
        String client = "{\"birthDate\": \"2008-05-04\", \"bsn\": \"999990159\"}";
        Http team = nodes.system(Member.WIJKTEAM);
        team.put("/v1/persons/client-sem", client);
        String consent = team.post("/v1/consents", """
                        {"giver": "client-sem", "capacity": "SELF", "subjects": ["client-sem"], "decision": "GIVEN",
                         "discloser": "de-wilgenhof", "recipients": ["wijkteam-noord"], "evidence": "formulier"}""").text("id");

        MessageId id = given(
                new ConsentNews.Question(
                        new MessageId(UUID.randomUUID()),
                        PRACTICE,
                        TEAM,
                        List.of(consent, "rommel", UUID.randomUUID().toString())),
                Member.WIJKTEAM);

        becomes(id, Member.WIJKTEAM, "DELIVERED");
        assertThat(nodes.rows(Member.WIJKTEAM).outgoing("CONSENT_WORD", PRACTICE.value()))
                .isZero();
    }

    @Test
    void aWithdrawalOfAnUnknownConsentIsTakenAndTellsNothing() throws IOException {
        MessageId id = given(
                new ConsentNews.Word(
                        new MessageId(UUID.randomUUID()),
                        PRACTICE,
                        SCHOOL,
                        Instant.now(),
                        Collections.nCopies(ConsentNews.MOST, new ConsentNews.Said("onbekend", Instant.now()))),
                Member.SCHOOL);

        becomes(id, Member.SCHOOL, "DELIVERED");
    }

    private MessageId given(ConsentNews news, Member to) throws IOException {
        Envelope envelope = TestSeals.sealer(nodes.files(), Member.HUISARTS.certificateName())
                .seal(news, TestSeals.hybridRecipient(nodes.files(), to.certificateName()));
        Reply reply = nodes.node(Member.HUISARTS, to)
                .send(
                        "POST",
                        "/v1/exchange",
                        Map.of(
                                "Content-Type",
                                "application/cms",
                                "Sluis-Message-Id",
                                envelope.id().toString()),
                        envelope.cms());
        assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
        assertThat(new String(envelope.cms(), StandardCharsets.ISO_8859_1)).doesNotContain("99999");
        return envelope.id();
    }

    private void becomes(MessageId id, Member at, String state) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> nodes.rows(at).incoming(id.toString()).equals(state));
    }
}
