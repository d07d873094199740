package nl.sluis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.ReceiptStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutboxTest {

    private final OutboxFixture node = new OutboxFixture();

    @AfterEach
    void close() {
        node.channel.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "HOLD", "REVIEW", "SENT", "WITHDRAWN", "FAILED"})
    void aReceiptIsTheTruthAlsoWhenTheAnswerToAnAttemptWasLost(MessageState state) {
        Outgoing message = node.message(state);

        node.settle(node.delivered(message));

        assertThat(node.state(message)).isEqualTo(MessageState.DELIVERED);
        assertThat(node.audit.audited()).containsExactly("message.delivered {recipient=wijkteam-noord}");
    }

    @ParameterizedTest
    @EnumSource(names = {"DENY", "DELIVERED", "REJECTED"})
    void aReceiptChangesNothingWhereNoneIsAwaited(MessageState state) {
        Outgoing message = node.message(state);

        node.settle(node.receipt(message, message.recipient(), ReceiptStatus.REJECTED, "UNREADABLE"));
        node.settle(node.delivered(message));

        assertThat(node.history(message)).containsExactly(state);
    }

    @Test
    void aReceiptOfAnybodyButTheRecipientChangesNothing() {
        Outgoing message = node.message(MessageState.SENT);

        node.settle(node.receipt(message, new OrganisationId("de-eik"), ReceiptStatus.DELIVERED, null));

        assertThat(node.state(message)).isEqualTo(MessageState.SENT);
        assertThat(node.audit.audited()).containsExactly("receipt.unknown {}");
    }

    @ParameterizedTest
    @CsvSource({"BAD_SIGNATURE,BAD_SIGNATURE", "'Mila is boos',OTHER", "'X\ny',OTHER"})
    void keepsCodesOfAReceiptAndNoTextOfAnotherOrganisation(String given, String kept) {
        Outgoing message = node.message(MessageState.SENT);

        node.settle(node.receipt(message, message.recipient(), ReceiptStatus.REJECTED, given));

        assertThat(node.outbox.history(message.sender(), message.id()).getLast().detail())
                .isEqualTo(kept);
    }

    @Test
    void putsInTheChannelWhatMayGoAndNothingElse() {
        node.message(MessageState.HOLD);
        node.message(MessageState.REVIEW);
        node.message(MessageState.DENY);
        assertThat(node.channel.waiting()).isZero();

        node.message(MessageState.QUEUED);
        assertThat(node.channel.waiting()).isEqualTo(1);
    }

    @Test
    void keepsNothingInClearThatTheSenderWrote() {
        node.message(MessageState.QUEUED);

        String row = node.jdbc
                .sql("SELECT o::text FROM outgoing o")
                .query(String.class)
                .single();

        assertThat(row)
                .doesNotContain("content", "original", "HOLD")
                .doesNotContain(java.util.HexFormat.of().formatHex(OutboxFixture.bytes("content")));
    }
}
