package nl.sluis.seal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * What must be true of something sealed, by what is known here of its sender; what it says of itself decides nothing.
 *
 * @param signers the sender's certificates; one of them must have signed it, while it was valid
 * @param fresh whether what was signed at that time may still be opened
 * @param classical whether what was signed at that time may be sealed without hybrid keys: not when both sides list some
 * @param revocations from when on a signer signs nothing
 */
record Expected(
        Collection<X509Certificate> signers,
        Predicate<Instant> fresh,
        Predicate<Instant> classical,
        SealRevocations revocations) {}
