package nl.sluis.seal;

import java.time.Instant;

/** What is known of whether a certificate was taken back. */
public sealed interface RevocationStatus {

    /** Its issuer, or whom that lets answer, says of today that it was not. */
    record Good() implements RevocationStatus {}

    /** Taken back, from that moment on. */
    record Revoked(Instant since) implements RevocationStatus {}

    /** Whom its issuer lets answer says that it does not know it (RFC 6960, 2.2: unknown): as far as it can tell, it never was issued. */
    record Disowned() implements RevocationStatus {}

    /** There is no word of its issuer that is of today. */
    record Unknown() implements RevocationStatus {}
}
