package nl.sluis.directory;

import java.time.Instant;

/** What the revocation lists say of a certificate. */
sealed interface RevocationStatus {

    /** Its issuer's list is of today, and does not name it. */
    record Good() implements RevocationStatus {}

    /** Taken back, from that moment on. */
    record Revoked(Instant since) implements RevocationStatus {}

    /** There is no list of its issuer that is of today. */
    record Unknown() implements RevocationStatus {}
}
