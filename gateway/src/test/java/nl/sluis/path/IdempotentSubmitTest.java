package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.path.Http.Reply;
import nl.sluis.testing.AtOnce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A system that does not know whether its submission came across submits it again, under the same key, to no other effect. */
@ExtendWith(NodesExtension.class)
class IdempotentSubmitTest {

    private final Nodes nodes;

    IdempotentSubmitTest(Nodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void theSameKeyManyTimesAtOnceIsOneMessageAndOneAnswer() {
        Http school = nodes.system(Member.SCHOOL);
        String key = UUID.randomUUID().toString();
        Map<String, String> headers = Map.of(
                "Content-Type",
                Samples.CONCERN,
                "Sluis-Recipient",
                Member.WIJKTEAM.organisation(),
                "Idempotency-Key",
                key);
        // Nobody consented, so that it waits here and nothing else of it moves
        String concern = Samples.concern("idem-" + key.substring(0, 8), "Is vaak moe.");
        long before = messages();

        List<Reply> replies = AtOnce.answers(6, i -> () -> school.post("/v1/messages", headers, concern));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(202));
        assertThat(replies.stream().map(Reply::json).distinct()).hasSize(1);
        assertThat(messages()).isEqualTo(before + 1);
    }

    private long messages() {
        return nodes.rows(Member.SCHOOL)
                .jdbc()
                .sql("SELECT count(*) FROM outgoing WHERE form = 'MESSAGE'")
                .query(Long.class)
                .single();
    }
}
