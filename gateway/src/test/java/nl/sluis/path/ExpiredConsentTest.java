package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.path.Http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A consent that has ended permits nothing; it is told apart from one that was never there. */
@ExtendWith(NodesExtension.class)
class ExpiredConsentTest {

    private final Nodes nodes;

    ExpiredConsentTest(Nodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void holdsAMessageWhoseConsentEndedYesterday() throws IOException {
        Http school = nodes.system(Member.SCHOOL);
        assertThat(school.put("/v1/persons/olga", Samples.person("2008-05-04")).status())
                .isEqualTo(200);
        assertThat(school.post(
                                "/v1/consents",
                                Samples.consent("olga", Samples.today().minusDays(1)))
                        .status())
                .isEqualTo(201);
        Reply reply = school.post(
                "/v1/messages",
                Map.of("Content-Type", Samples.CONCERN, "Sluis-Recipient", Member.WIJKTEAM.organisation()),
                Samples.concern("olga", "Is moe."));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
        assertThat(reply.text("outcome")).isEqualTo("HOLD");
        assertThat(reply.text("state")).isEqualTo("HOLD");
        assertThat(RealInputTest.codes(reply)).containsExactly("CONSENT_EXPIRED", "MISSING_SELF");
        keepsItsFactsAndNamesItsDecisionInTheAudit(reply.text("id"));
    }

    private void keepsItsFactsAndNamesItsDecisionInTheAudit(String message) {
        var jdbc = nodes.rows(Member.SCHOOL).jdbc();
        String decision = jdbc.sql("SELECT l.decision || ' ' || f.outcome || ' ' || f.policy FROM decision_link l"
                        + " JOIN decision_facts f ON f.id = l.facts WHERE l.message = ?::uuid")
                .param(message)
                .query(String.class)
                .single();
        assertThat(decision.split(" ")[1]).isEqualTo("HOLD");
        assertThat(jdbc.sql("SELECT detail FROM audit_entry WHERE event = 'message.decided' AND message_id = ?")
                        .param(message)
                        .query(String.class)
                        .single())
                .contains("\"decision\":\"" + decision.split(" ")[0], "\"policy\":\"" + decision.split(" ")[2]);
    }
}
