package nl.sluis.seal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** What is known of certificates of seals that were taken back by their issuer. */
@FunctionalInterface
public interface SealRevocations {

    /** From when on it signs nothing; empty when it was not taken back, as far as is known. */
    Optional<Instant> since(X509Certificate seal);
}
