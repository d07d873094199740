package nl.sluis.canonical;

import java.time.Instant;
import java.util.Objects;

/**
 * Word of a sender that a message stopped while its attachments were on their way: what has come of them is to be destroyed at
 * once, not after a term (GDPR art. 5(1)(e)). What was delivered before stays. Carries no personal data: identities and a moment.
 *
 * @param id identity of this cancellation
 * @param about the message that stopped
 * @param sender the organisation that would have given it
 * @param recipient the organisation that has a part of it
 * @param at when it stopped, by the sender's clock: what was sealed later is not meant
 */
public record Cancellation(MessageId id, MessageId about, OrganisationId sender, OrganisationId recipient, Instant at) {

    /**
     * @throws NullPointerException when anything is missing
     * @throws IllegalArgumentException when the moment is none of this era
     */
    public Cancellation {
        Objects.requireNonNull(id);
        Objects.requireNonNull(about);
        Objects.requireNonNull(sender);
        Objects.requireNonNull(recipient);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(WithdrawalNotice.LAST)) {
            throw new IllegalArgumentException("the moment of a cancellation");
        }
    }
}
