package nl.sluis.consent;

import java.time.Instant;

/**
 * A consent or refusal was withdrawn, in the transaction that is running.
 *
 * @param consent its identity, as decisions and grounds name it
 * @param at from when it does not count any more
 */
public record ConsentWithdrawn(String consent, Instant at) {}
