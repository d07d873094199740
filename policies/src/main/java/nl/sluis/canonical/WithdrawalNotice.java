package nl.sluis.canonical;

import java.time.Instant;

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
        Instant withdrawnAt) {}
