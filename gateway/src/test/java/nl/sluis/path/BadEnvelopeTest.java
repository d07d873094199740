package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.path.Http.Reply;
import nl.sluis.path.Line.Passed;
import nl.sluis.policy.Permit;
import nl.sluis.seal.Envelope;
import nl.sluis.seal.TestSeals;
import nl.sluis.testing.SchoolPermit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Envelopes that come twice, under another name, by another hand, altered or made up, on the line between two nodes. */
@ExtendWith(NodesExtension.class)
class BadEnvelopeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String MARK = "Zevenster4711";
    private static final String EXCHANGE = "/v1/exchange";

    private final Nodes nodes;
    private final Heard heard = new Heard();

    BadEnvelopeTest(Nodes nodes) {
        this.nodes = nodes;
    }

    @BeforeEach
    void consent() throws IOException {
        Http school = nodes.system(Member.SCHOOL);
        assertThat(school.put("/v1/persons/femke", Samples.person("2008-05-04")).status())
                .isEqualTo(200);
        assertThat(school.post(
                                "/v1/consents",
                                Samples.consent("femke", Samples.today().plusMonths(3)))
                        .status())
                .isEqualTo(201);
    }

    @AfterEach
    void theNextGoodMessageArrives() throws IOException {
        nodes.line().mend();
        delivered(submitted());
        heard.close();
        assertThat(heard.text()).doesNotContain(MARK);
    }

    @Test
    void theSameEnvelopeTwiceIsOneItem() throws IOException {
        Passed passed = held();
        Http school = nodes.node(Member.SCHOOL, Member.WIJKTEAM);
        Reply first = given(school, passed.messageId(), passed.envelope());
        Reply again = given(school, passed.messageId(), passed.envelope());
        assertThat(again.bytes()).isEqualTo(first.bytes());
        becomes(passed.messageId(), "DELIVERED");
        assertThat(given(school, passed.messageId(), passed.envelope()).bytes()).isEqualTo(first.bytes());
        nodes.line().mend();
        delivered(passed.messageId());
        assertThat(nodes.rows(Member.WIJKTEAM).feedItems(passed.messageId())).isEqualTo(1);
    }

    /** A term that counts from then would not begin for years. */
    @ParameterizedTest
    @CsvSource({"PT25H, REJECTED", "PT23H, DELIVERED", "PT-2400H, DELIVERED"})
    void whatSaysThatItWasSentLaterThanAClockMayBeWrongIsRejectedAndItsSenderIsToldWhy(Duration ahead, String becomes)
            throws IOException {
        Permit permit = SchoolPermit.of(
                List.of(new Section(
                        new SectionId("s1"),
                        SchoolPermit.SANNE,
                        DataCategory.OBSERVATION,
                        LifeDomain.LGZ,
                        false,
                        new Content.Statement(MARK, AssertionType.OBSERVED, null, null))),
                Instant.now().plus(ahead));
        Envelope envelope = TestSeals.sealer(nodes.files(), Member.SCHOOL.certificateName())
                .seal(permit, TestSeals.hybridRecipient(nodes.files(), Member.WIJKTEAM.certificateName()));

        Http school = nodes.node(Member.SCHOOL, Member.WIJKTEAM);
        assertThat(given(school, envelope.id().toString(), envelope.cms()).status())
                .isEqualTo(202);

        await().atMost(PATIENCE)
                .until(() -> nodes.rows(Member.WIJKTEAM)
                        .incoming(envelope.id().toString())
                        .equals(becomes));
        assertThat(nodes.rows(Member.WIJKTEAM)
                        .jdbc()
                        .sql("SELECT detail FROM audit_entry WHERE event = 'envelope.rejected' AND message_id = ?")
                        .param(envelope.id().toString())
                        .query(String.class)
                        .list())
                .hasSize(becomes.equals("REJECTED") ? 1 : 0)
                .allMatch(detail -> detail.contains("SENT_IN_THE_FUTURE"));
    }

    @Test
    void theSameEnvelopeUnderAnotherNameIsRejected() throws IOException {
        Passed passed = held();
        String other = UUID.randomUUID().toString();
        given(nodes.node(Member.SCHOOL, Member.WIJKTEAM), other, passed.envelope());
        becomes(other, "REJECTED");
        assertThat(nodes.rows(Member.WIJKTEAM).feedItems(other)).isZero();
        nodes.line().mend();
        delivered(passed.messageId());
        assertThat(nodes.rows(Member.WIJKTEAM).feedItems(passed.messageId())).isEqualTo(1);
    }

    @Test
    void theEnvelopeOfAnotherOrganisationIsRejectedAndItsOwnArrives() throws IOException {
        Passed passed = held();
        given(nodes.node(Member.HUISARTS, Member.WIJKTEAM), passed.messageId(), passed.envelope());
        becomes(passed.messageId(), "REJECTED");
        given(nodes.node(Member.SCHOOL, Member.HUISARTS), passed.messageId(), passed.envelope());
        await().atMost(PATIENCE)
                .until(() ->
                        nodes.rows(Member.HUISARTS).incoming(passed.messageId()).equals("REJECTED"));
        assertThat(nodes.rows(Member.HUISARTS).feedItems(passed.messageId())).isZero();
        nodes.line().mend();
        delivered(passed.messageId());
        assertThat(nodes.rows(Member.WIJKTEAM).feedItems(passed.messageId())).isEqualTo(1);
    }

    @ParameterizedTest(name = "a byte at {0} percent")
    @ValueSource(ints = {0, 25, 50, 99})
    void anAlteredEnvelopeIsRejectedAndItsSenderKnows(int percent) throws IOException {
        Passed passed = held();
        byte[] altered = passed.envelope().clone();
        altered[altered.length * percent / 100] ^= 0x55;
        rejectedAndKnown(passed, altered);
    }

    @Test
    void halfAnEnvelopeIsRejectedAndItsSenderKnows() throws IOException {
        Passed passed = held();
        rejectedAndKnown(passed, Arrays.copyOf(passed.envelope(), passed.envelope().length / 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", MARK, "0\u0000\u0001", "{\"id\": \"" + MARK + "\"}"})
    void whatIsNoEnvelopeIsRejected(String garbage) throws IOException {
        String id = UUID.randomUUID().toString();
        Reply reply = nodes.node(Member.SCHOOL, Member.WIJKTEAM).post(EXCHANGE, headers(id), garbage);
        assertThat(reply.status()).isEqualTo(202);
        becomes(id, "REJECTED");
        assertThat(nodes.rows(Member.WIJKTEAM).feedItems(id)).isZero();
    }

    @Test
    void aPartnerOfWhomTooMuchWaitsUnopenedBringsNothingMoreUntilItIsDoneWith() throws IOException {
        Http gp = nodes.node(Member.HUISARTS, Member.WIJKTEAM);
        Rows team = nodes.rows(Member.WIJKTEAM);
        try (Rows.Waiting waiting = team.waiting(Member.HUISARTS.organisation(), 550 * 1024 * 1024)) {
            await().atMost(PATIENCE).until(() -> refused(gp));
            // Others are taken all the same: see what happens after each test
            delivered(submitted());
        }
        await().atMost(PATIENCE)
                .until(() -> gp.post(EXCHANGE, headers(UUID.randomUUID().toString()), "x")
                                .status()
                        == 202);
    }

    private boolean refused(Http partner) throws IOException {
        String id = UUID.randomUUID().toString();
        Reply reply = partner.post(EXCHANGE, headers(id), "x");
        if (reply.status() == 202) {
            return false;
        }
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.text("type")).endsWith("/too-much");
        assertThat(nodes.rows(Member.WIJKTEAM).incoming(id)).isEmpty();
        return true;
    }

    @ParameterizedTest(name = "{0} {1} -> {2} {3}")
    @CsvSource({
        "application/cms, '', 422, Sluis-Message-Id REQUIRED, x",
        "application/cms, " + MARK + ", 422, Sluis-Message-Id NOT_A_UUID, x",
        "application/cms, 6f2f8b1e-3a53-4d0e-9a47-0c5b8f1d2e33, 422, / EMPTY, ''",
        "text/plain, 6f2f8b1e-3a53-4d0e-9a47-0c5b8f1d2e33, 415, '', x",
    })
    void whatDoesNotNameItselfIsNotStored(String mediaType, String id, int status, String place, String body)
            throws IOException {
        Map<String, Long> before = nodes.rows(Member.WIJKTEAM).counts();
        Map<String, String> headers = id.isEmpty()
                ? Map.of("Content-Type", mediaType)
                : Map.of("Content-Type", mediaType, "Sluis-Message-Id", id);
        Reply reply = nodes.node(Member.SCHOOL, Member.WIJKTEAM).post(EXCHANGE, headers, body);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.mediaType()).isEqualTo("application/problem+json");
        assertThat(reply.text()).doesNotContain(MARK);
        assertThat(RealInputTest.codes(reply)).containsExactly(place.isEmpty() ? new String[0] : new String[] {place});
        assertThat(nodes.rows(Member.WIJKTEAM).counts()).isEqualTo(before);
    }

    private void rejectedAndKnown(Passed passed, byte[] altered) throws IOException {
        given(nodes.node(Member.SCHOOL, Member.WIJKTEAM), passed.messageId(), altered);
        becomes(passed.messageId(), "REJECTED");
        Http school = nodes.system(Member.SCHOOL);
        await().atMost(PATIENCE)
                .until(() -> school.get("/v1/messages/" + passed.messageId())
                        .text("state")
                        .equals("REJECTED"));
        assertThat(nodes.rows(Member.WIJKTEAM).feedItems(passed.messageId())).isZero();
    }

    /** A message of the school that is on its way and does not arrive, as long as the line is cut. */
    private Passed held() throws IOException {
        nodes.line().cut();
        String id = submitted();
        await().atMost(PATIENCE)
                .until(() -> nodes.line().held().stream()
                        .anyMatch(passed -> passed.messageId().equals(id)));
        return nodes.line().held().stream()
                .filter(passed -> passed.messageId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String submitted() throws IOException {
        Reply reply = nodes.system(Member.SCHOOL)
                .post(
                        "/v1/messages",
                        Map.of("Content-Type", Samples.CONCERN, "Sluis-Recipient", Member.WIJKTEAM.organisation()),
                        Samples.concern("femke", MARK));
        assertThat(reply.text("outcome")).as(reply.toString()).isEqualTo("PERMIT");
        return reply.text("id");
    }

    private void delivered(String id) {
        await().atMost(PATIENCE)
                .until(() -> nodes.system(Member.SCHOOL)
                        .get("/v1/messages/" + id)
                        .text("state")
                        .equals("DELIVERED"));
    }

    private void becomes(String id, String state) {
        await().atMost(PATIENCE)
                .until(() -> nodes.rows(Member.WIJKTEAM).incoming(id).equals(state));
    }

    private static Reply given(Http node, String id, byte[] envelope) throws IOException {
        Reply reply = node.send("POST", EXCHANGE, headers(id), envelope);
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.mediaType()).isEqualTo("application/cms");
        return reply;
    }

    private static Map<String, String> headers(String id) {
        return Map.of("Content-Type", "application/cms", "Sluis-Message-Id", id);
    }
}
