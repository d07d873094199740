package nl.sluis.directory;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.sluis.seal.SealRevocations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether a certificate still counts, by the revocation lists of this moment. A certificate of which it cannot be told is let
 * through or not by {@code sluis.revocation.hard}, and never in silence.
 */
@Component
public final class Revocations implements SealRevocations {

    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);

    private final RevocationSettings settings;
    private final Clock clock;
    private final Counter unknown;
    private volatile RevocationLists lists = RevocationLists.NONE;
    private volatile boolean told;

    Revocations(RevocationSettings settings, Clock clock, MeterRegistry metrics) {
        this.settings = settings;
        this.clock = clock;
        this.unknown = metrics.counter("sluis.revocation.unknown");
    }

    /** Whether it counts now. */
    public boolean counts(X509Certificate certificate) {
        if (settings.lists().isEmpty()) {
            return true;
        }
        Instant now = clock.instant();
        return switch (lists.of(certificate, now)) {
            case RevocationStatus.Good good -> true;
            case RevocationStatus.Revoked revoked -> now.isBefore(revoked.since());
            case RevocationStatus.Unknown none -> unknown();
        };
    }

    @Override
    public Optional<Instant> since(X509Certificate seal) {
        return lists.of(seal, clock.instant()) instanceof RevocationStatus.Revoked(Instant since)
                ? Optional.of(since)
                : Optional.empty();
    }

    /** Counts by these from now on. */
    void use(RevocationLists read) {
        lists = read;
        told = false;
    }

    RevocationLists lists() {
        return lists;
    }

    // Each time in the metric; once a reading of the lists in the log
    private boolean unknown() {
        unknown.increment();
        if (!told) {
            told = true;
            LOG.warn(
                    "whether a certificate was taken back cannot be told: its issuer has no list here that is of today; it is {}",
                    settings.hard() ? "refused" : "let through");
        }
        return !settings.hard();
    }
}
