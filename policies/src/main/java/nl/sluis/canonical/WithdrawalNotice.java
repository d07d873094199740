package nl.sluis.canonical;

import java.time.Instant;
import java.util.Objects;

/**
 * Word that a consent on which a message was given has been withdrawn since (AVG art. 7 lid 3; law table R43). Goes to who received
 * that message. Carries no personal data: an identity that the ground of the message mentions, and a moment.
 *
 * @param id identity of this notice
 * @param about the message that was given on the consent
 * @param sender the organisation that gave the message
 * @param recipient the organisation that received it
 * @param consent identity of the consent, as in the ground that came with the message
 * @param withdrawnAt from when it does not count any more
 */
public record WithdrawalNotice(
        MessageId id,
        MessageId about,
        ThreadId thread,
        OrganisationId sender,
        OrganisationId recipient,
        String consent,
        Instant withdrawnAt) {

    private static final int LONGEST = 200;
    static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    /**
     * @throws NullPointerException when anything is missing
     * @throws IllegalArgumentException when the consent is no identity, or the moment none of this era
     */
    public WithdrawalNotice {
        Objects.requireNonNull(id);
        Objects.requireNonNull(about);
        Objects.requireNonNull(thread);
        Objects.requireNonNull(sender);
        Objects.requireNonNull(recipient);
        if (consent.isBlank() || consent.length() > LONGEST || consent.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the consent of a notice is an identity");
        }
        if (withdrawnAt.isBefore(Instant.EPOCH) || withdrawnAt.isAfter(LAST)) {
            throw new IllegalArgumentException("the moment of a withdrawal");
        }
    }
}
