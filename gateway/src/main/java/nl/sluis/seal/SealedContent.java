package nl.sluis.seal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.Cancellation;
import nl.sluis.canonical.ConsentNews;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.Receipt;
import nl.sluis.canonical.WithdrawalNotice;
import nl.sluis.policy.Ground;
import nl.sluis.policy.MinimisedMessage;

/**
 * What is signed: always with sender, recipient and identity inside, so that nobody can pass a signed content on under another
 * name (surreptitious forwarding).
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "form")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SealedContent.OfMessage.class, name = "message"),
    @JsonSubTypes.Type(value = SealedContent.OfReceipt.class, name = "receipt"),
    @JsonSubTypes.Type(value = SealedContent.OfNotice.class, name = "withdrawal-notice"),
    @JsonSubTypes.Type(value = SealedContent.OfCancellation.class, name = "cancellation"),
    @JsonSubTypes.Type(value = SealedContent.OfConsent.class, name = "consent")
})
sealed interface SealedContent {

    int version();

    MessageId id();

    OrganisationId sender();

    OrganisationId recipient();

    /** A message with its ground and the hash of the rules that permitted it. */
    record OfMessage(int version, String policy, Message message, Ground ground) implements SealedContent {

        /** What is left of a message by the rules with that hash. */
        static OfMessage of(String policy, MinimisedMessage minimised) {
            return new OfMessage(VERSION, policy, minimised.message(), minimised.ground());
        }

        @Override
        public MessageId id() {
            return message.id();
        }

        @Override
        public OrganisationId sender() {
            return message.sender();
        }

        @Override
        public OrganisationId recipient() {
            return message.recipient();
        }
    }

    /** A receipt. */
    record OfReceipt(int version, Receipt receipt) implements SealedContent {
        @Override
        public MessageId id() {
            return receipt.id();
        }

        @Override
        public OrganisationId sender() {
            return receipt.sender();
        }

        @Override
        public OrganisationId recipient() {
            return receipt.recipient();
        }
    }

    /** A notice of withdrawal. */
    record OfNotice(int version, WithdrawalNotice notice) implements SealedContent {
        @Override
        public MessageId id() {
            return notice.id();
        }

        @Override
        public OrganisationId sender() {
            return notice.sender();
        }

        @Override
        public OrganisationId recipient() {
            return notice.recipient();
        }
    }

    /** A cancellation. */
    record OfCancellation(int version, Cancellation cancellation) implements SealedContent {
        @Override
        public MessageId id() {
            return cancellation.id();
        }

        @Override
        public OrganisationId sender() {
            return cancellation.sender();
        }

        @Override
        public OrganisationId recipient() {
            return cancellation.recipient();
        }
    }

    /** News about recorded consents. */
    record OfConsent(int version, ConsentNews news) implements SealedContent {
        @Override
        public MessageId id() {
            return news.id();
        }

        @Override
        public OrganisationId sender() {
            return news.sender();
        }

        @Override
        public OrganisationId recipient() {
            return news.recipient();
        }
    }

    /** The only version that is written and read. */
    int VERSION = 1;

    /** UTF-8 JSON; the same content gives the same bytes. */
    default byte[] toJson() {
        return MessageJson.mapper().writerFor(SealedContent.class).writeValueAsBytes(this);
    }

    /**
     * Reads what {@link #toJson()} wrote.
     *
     * @throws tools.jackson.core.JacksonException when it is nothing of the kind
     */
    static SealedContent fromJson(byte[] json) {
        return MessageJson.mapper().readValue(json, SealedContent.class);
    }
}
