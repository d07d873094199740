package nl.sluis.certs;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * From when until when a certificate counts, in whole seconds as X.509 writes them (RFC 5280, 4.1.2.5).
 *
 * @param from the first moment
 * @param until the last moment
 */
record Validity(Instant from, Instant until) {

    /** The longest that public certificates may live today; no reason to be laxer in development. */
    static final Duration TERM = Duration.ofDays(397);

    private static final Duration AUTHORITY_TERM = Duration.ofDays(3 * 365);
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);

    Validity {
        from = from.truncatedTo(ChronoUnit.SECONDS);
        until = until.truncatedTo(ChronoUnit.SECONDS);
    }

    static Validity ofLeaf(Instant now) {
        return new Validity(now.minus(CLOCK_SKEW), now.plus(TERM));
    }

    static Validity ofAuthority(Instant now) {
        return new Validity(now.minus(TERM), now.plus(AUTHORITY_TERM));
    }

    static Validity ended(Instant now) {
        return new Validity(now.minus(TERM).plus(CLOCK_SKEW), now.minus(CLOCK_SKEW));
    }
}
