package nl.sluis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A replica of an older version meets what a newer one keeps in the same table (docs/operations/replicas.md). */
class NewerFormTest {

    private final OutboxFixture node = new OutboxFixture();

    @AfterEach
    void close() {
        node.channel.close();
        node.acute.close();
    }

    @Test
    void leavesWhatItDoesNotKnowToTheNewerReplicaAndGoesOnWithTheRest() {
        Outgoing newer = node.message(MessageState.QUEUED);
        Outgoing ordinary = node.message(MessageState.QUEUED);
        node.jdbc
                .sql("UPDATE outgoing SET form = 'OF_NEXT_YEAR' WHERE id = ?")
                .param(newer.id().value())
                .update();
        node.channel.empty();

        node.attempt(newer);
        assertThat(node.given).as("nothing is offered").isZero();
        node.clock.advance(Duration.ofHours(1));
        node.clockwork.tick();
        assertThat(node.channel.references())
                .as("it is due, and not for this version")
                .containsExactly(Due.of(ordinary).reference());
        node.clock.advance(Duration.ofDays(30));
        node.clockwork.tick();

        assertThat(node.state(ordinary)).as("expires as it should").isEqualTo(MessageState.FAILED);
        assertThat(node.jdbc
                        .sql("SELECT state || ' ' || (content IS NOT NULL) FROM outgoing WHERE id = ?")
                        .param(newer.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("QUEUED true");
    }
}
