package nl.sluis.seal;

import java.time.Instant;

/** What is known of whether a certificate was taken back. */
public sealed interface RevocationStatus {

    /** Its issuer, or whom that lets answer, says of today that it was not. */
    record Good() implements RevocationStatus {}

    /** Taken back, from that moment on. */
    record Revoked(Instant since) implements RevocationStatus {}

    /** There is no word of its issuer that is of today. */
    record Unknown() implements RevocationStatus {}
}
