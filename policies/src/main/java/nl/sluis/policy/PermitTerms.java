package nl.sluis.policy;

import java.time.Instant;
import nl.sluis.canonical.OrganisationId;

/**
 * What a {@link Permit} is bound to.
 *
 * @param payload SHA-256 of the minimised message as it is signed, hexadecimal ({@link PayloadForm})
 * @param recipient the only one whom it may be sealed to
 * @param policy hash of the rules that permitted it; it is in the payload too
 * @param from when it was given
 * @param until the moment from which it serves no more
 */
public record PermitTerms(String payload, OrganisationId recipient, String policy, Instant from, Instant until) {

    /** Whether it serves at that moment; not before it was given either, as by a clock that was put back. */
    public boolean serves(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
