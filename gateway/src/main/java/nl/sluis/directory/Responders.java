package nl.sluis.directory;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import nl.sluis.seal.OcspAnswer;
import nl.sluis.seal.RevocationStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks responders (RFC 6960) whether certificates were taken back, at addresses of the configuration only, and remembers what they
 * or the holders themselves (stapling) said, for as long as it says at most. One that does not answer is left alone for a minute, and
 * what it said before counts until its end.
 */
final class Responders {

    private static final Logger LOG = LoggerFactory.getLogger(Responders.class);

    private static final int LARGEST = 64 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final Duration WHILE_SILENT = Duration.ofMinutes(1);
    private static final Duration COUNTED = Duration.ofHours(1);

    /** Certificates that are remembered: far more than any directory has. */
    private static final int MOST = 10_000;

    private final List<Responder> responders;
    private final Duration renew;
    private final Map<X509Certificate, Known> known = new ConcurrentHashMap<>();
    private final Map<X509Certificate, CompletableFuture<Known>> underWay = new ConcurrentHashMap<>();
    private final Map<String, Instant> silentUntil = new ConcurrentHashMap<>();

    /**
     * Who answers for one authority.
     *
     * @param key of its setting, for people
     */
    record Responder(String key, URI address, X509Certificate issuer) {}

    /**
     * What is known of one certificate.
     *
     * @param askAgain there may be something newer from then on
     * @param until it says nothing any more
     * @param asked when somebody last said it, or nobody did
     */
    private record Known(RevocationStatus status, Instant askAgain, Instant until, Instant asked) {

        RevocationStatus at(Instant now) {
            return status instanceof RevocationStatus.Revoked || now.isBefore(until)
                    ? status
                    : new RevocationStatus.Unknown();
        }

        boolean isFresh(Instant now) {
            return status instanceof RevocationStatus.Revoked || (now.isBefore(askAgain) && now.isBefore(until));
        }
    }

    /** @param renew how long an answer serves before it is asked for again */
    Responders(List<Responder> responders, Duration renew) {
        this.responders = List.copyOf(responders);
        this.renew = renew;
    }

    /** Nobody is asked. */
    static Responders none() {
        return new Responders(List.of(), Duration.ofMinutes(5));
    }

    /** What is known of it, asking when nothing new enough is; unknown also when nobody answers for its authority. */
    RevocationStatus of(X509Certificate certificate, Instant now) {
        Known before = known.get(certificate);
        if (before != null && before.isFresh(now)) {
            return before.at(now);
        }
        for (Responder responder : responders) {
            if (isIssuer(responder.issuer(), certificate)) {
                return askedOnce(responder, certificate, now).at(now);
            }
        }
        return before == null ? new RevocationStatus.Unknown() : before.at(now);
    }

    /**
     * Takes what the holder of a certificate brought along, when it is an answer about it by its issuer. A word for itself serves from
     * when it was said, so that an old one does not spare the question; a word against itself counts for ever.
     *
     * @param issuers any of whom may have issued it
     */
    void stapled(X509Certificate certificate, byte[] response, Collection<X509Certificate> issuers, Instant now) {
        issuers.stream()
                .filter(issuer -> isIssuer(issuer, certificate))
                .flatMap(issuer -> OcspAnswer.read(response, certificate, issuer, now).stream())
                .filter(answer -> !(answer.status() instanceof RevocationStatus.Unknown))
                .findFirst()
                .ifPresent(answer -> remember(
                        certificate,
                        new Known(answer.status(), answer.from().plus(renew), answer.until(), answer.from())));
    }

    /** How many responders did not answer when they were last asked. */
    long silent() {
        return silentUntil.size();
    }

    /** Of how many certificates nobody could tell when it was last asked, in the last hour. */
    long unanswered(Instant now) {
        return known.values().stream()
                .filter(each -> each.status() instanceof RevocationStatus.Unknown
                        && now.isBefore(each.asked().plus(COUNTED)))
                .count();
    }

    // What was taken back is not given again, and what is newer stays, whoever says so
    private Known remember(X509Certificate certificate, Known found) {
        if (known.size() >= MOST) {
            known.values().removeIf(each -> !(each.status() instanceof RevocationStatus.Revoked));
        }
        return known.merge(certificate, found, Responders::better);
    }

    private static Known better(Known before, Known found) {
        if (before.status() instanceof RevocationStatus.Revoked) {
            return before;
        }
        boolean newer = found.status() instanceof RevocationStatus.Revoked
                || before.status() instanceof RevocationStatus.Unknown
                || !found.asked().isBefore(before.asked());
        return newer ? found : before;
    }

    /** Many who ask about one certificate at once ask one question, and wait for its answer together. */
    private Known askedOnce(Responder responder, X509Certificate certificate, Instant now) {
        CompletableFuture<Known> mine = new CompletableFuture<>();
        CompletableFuture<Known> first = underWay.putIfAbsent(certificate, mine);
        if (first != null) {
            return first.join();
        }
        try {
            // Somebody may have had an answer between the look and now
            Known before = known.get(certificate);
            Known found = before != null && before.isFresh(now)
                    ? before
                    : remember(certificate, asked(responder, certificate, before, now));
            mine.complete(found);
            return found;
        } finally {
            underWay.remove(certificate, mine);
            // Whatever went wrong here is nothing to wait for
            mine.complete(new Known(new RevocationStatus.Unknown(), now, now, now));
        }
    }

    private Known asked(Responder responder, X509Certificate certificate, @Nullable Known before, Instant now) {
        Optional<Known> said = answer(responder, certificate, now)
                .flatMap(bytes -> OcspAnswer.read(bytes, certificate, responder.issuer(), now))
                .map(answer -> new Known(answer.status(), now.plus(renew), answer.until(), now));
        if (said.isPresent()) {
            return said.get();
        }
        Instant again = now.plus(WHILE_SILENT);
        return before == null || before.at(now) instanceof RevocationStatus.Unknown
                ? new Known(new RevocationStatus.Unknown(), again, again, now)
                : new Known(before.status(), again, before.until(), before.asked());
    }

    private Optional<byte[]> answer(Responder responder, X509Certificate certificate, Instant now) {
        if (now.isBefore(silentUntil.getOrDefault(responder.key(), Instant.MIN))) {
            return Optional.empty();
        }
        try {
            byte[] answer = BoundedFetch.of(
                    HttpRequest.newBuilder(responder.address())
                            .header("Content-Type", "application/ocsp-request")
                            .POST(BodyPublishers.ofByteArray(OcspAnswer.question(certificate, responder.issuer()))),
                    LONGEST,
                    LARGEST);
            silentUntil.remove(responder.key());
            return Optional.of(answer);
        } catch (IllegalStateException e) {
            if (silentUntil.put(responder.key(), now.plus(WHILE_SILENT)) == null) {
                LOG.warn("a responder does not answer: {}: {}", responder.key(), e.getMessage());
            }
            return Optional.empty();
        }
    }

    /** Whether this authority signed it. */
    private static boolean isIssuer(X509Certificate issuer, X509Certificate certificate) {
        try {
            if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
                return false;
            }
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
