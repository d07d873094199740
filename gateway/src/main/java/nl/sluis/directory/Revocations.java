package nl.sluis.directory;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.seal.RevocationStatus;
import nl.sluis.seal.SealRevocations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether a certificate still counts, by the revocation lists and responders of this moment. A certificate of which it cannot be told is let
 * through or not by {@code sluis.revocation.hard}, and never in silence.
 */
@Component
public final class Revocations implements SealRevocations {

    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);

    private final RevocationSettings settings;
    private final Responders responders;
    private final Clock clock;
    private final Counter unknown;
    private final Counter disowned;
    private volatile RevocationLists lists = RevocationLists.NONE;
    private volatile boolean told;

    Revocations(RevocationSettings settings, Responders responders, Clock clock, MeterRegistry metrics) {
        this.settings = settings;
        this.responders = responders;
        this.clock = clock;
        this.unknown = metrics.counter("sluis.revocation.unknown");
        this.disowned = metrics.counter("sluis.revocation.disowned");
    }

    /** Whether it counts now. */
    public boolean counts(X509Certificate certificate) {
        Instant now = clock.instant();
        return switch (status(certificate, now)) {
            case RevocationStatus.Good good -> true;
            case RevocationStatus.Revoked revoked -> now.isBefore(revoked.since());
            // Not the same as no answer, and never let through: an answer that nobody can fake away
            case RevocationStatus.Disowned none -> disowned();
            case RevocationStatus.Unknown none -> !settings.checks() || unknown();
        };
    }

    @Override
    public Optional<Instant> since(X509Certificate seal) {
        return status(seal, clock.instant()) instanceof RevocationStatus.Revoked(Instant since)
                ? Optional.of(since)
                : Optional.empty();
    }

    /**
     * Takes the answer of a responder that the holder of a certificate brought along in its handshake. Also where nothing is checked:
     * an authority's own word against a certificate is never passed over.
     *
     * @param chain the certificate, and what stands behind it
     * @param trusted other authorities that may have issued it
     */
    void stapled(X509Certificate[] chain, byte[] response, X509Certificate[] trusted) {
        List<X509Certificate> issuers = new ArrayList<>(List.of(trusted));
        issuers.addAll(List.of(chain).subList(1, chain.length));
        responders.stapled(chain[0], response, issuers, clock.instant());
    }

    // Either takes it back; where a responder does not answer, the list speaks alone
    private RevocationStatus status(X509Certificate certificate, Instant now) {
        RevocationStatus listed = lists.of(certificate, now);
        if (listed instanceof RevocationStatus.Revoked) {
            return listed;
        }
        RevocationStatus answered = responders.of(certificate, now);
        return answered instanceof RevocationStatus.Unknown ? listed : answered;
    }

    /** Counts by these from now on. */
    void use(RevocationLists read) {
        lists = read;
        told = false;
    }

    RevocationLists lists() {
        return lists;
    }

    private boolean disowned() {
        disowned.increment();
        LOG.warn("a certificate is refused: the responder of its issuer does not know it");
        return false;
    }

    // Each time in the metric; once a reading of the lists in the log
    private boolean unknown() {
        unknown.increment();
        if (!told) {
            told = true;
            LOG.warn(
                    "whether a certificate was taken back cannot be told: its issuer has no list here that is of today, and nobody's answer; it is {}",
                    settings.hard() ? "refused" : "let through");
        }
        return !settings.hard();
    }
}
