package nl.sluis.checkpoint;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import nl.sluis.node.BoundedBody;
import nl.sluis.node.OneAtATime;
import nl.sluis.seal.TimeStamps;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Has an authority stamp the latest checkpoint now and then (RFC 3161): what it covers was there at that time, whoever signs later. */
final class TimeStamping {

    private static final Logger LOG = LoggerFactory.getLogger(TimeStamping.class);
    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final int NONCE_BITS = 64;
    private static final Duration WHOLE = Duration.ofSeconds(20);

    private final Checkpoints checkpoints;
    private final URI authority;
    private final List<X509Certificate> trusted;
    private final Duration every;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final OneAtATime underWay = new OneAtATime();

    private volatile @Nullable String fault;

    /**
     * With one authority.
     *
     * @param trusted its certificate, or that of who issued it
     * @param every how old the last stamp may be
     */
    TimeStamping(Checkpoints checkpoints, URI authority, List<X509Certificate> trusted, Duration every, Clock clock) {
        this.checkpoints = checkpoints;
        this.authority = authority;
        this.trusted = List.copyOf(trusted);
        this.every = every;
        this.clock = clock;
    }

    /** Why the last attempt gave no stamp; empty when it did. */
    Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    /** Asks when the last stamp is old enough and there is a checkpoint without one. */
    void look() {
        underWay.run(this::lookAlone);
    }

    private void lookAlone() {
        try {
            Instant now = clock.instant();
            boolean due = checkpoints
                    .lastStamped()
                    .map(at -> !at.plus(every).isAfter(now))
                    .orElse(true);
            Optional<SignedCheckpoint> latest = checkpoints.latest();
            if (due
                    && latest.isPresent()
                    && checkpoints.stamp(latest.get().checkpoint().size()).isEmpty()) {
                told(stamp(latest.get()));
            }
        } catch (DataAccessException e) {
            LOG.warn("no time-stamp could be kept: {}", e.getClass().getSimpleName());
        }
    }

    private @Nullable String stamp(SignedCheckpoint latest) {
        BigInteger nonce = new BigInteger(NONCE_BITS, random);
        Optional<byte[]> answer = asked(TimeStamps.request(latest.cms(), nonce));
        if (answer.isEmpty()) {
            return "OUT_OF_REACH";
        }
        Optional<byte[]> token = TimeStamps.token(answer.get(), latest.cms(), nonce);
        Optional<TimeStamps.Stamp> stamp = token.flatMap(given -> TimeStamps.read(given, latest.cms(), trusted));
        if (token.isEmpty() || stamp.isEmpty()) {
            return "NOT_BELIEVED";
        }
        checkpoints.stamped(latest.checkpoint().size(), token.get(), stamp.get().at());
        return null;
    }

    private void told(@Nullable String code) {
        if (code != null && !code.equals(fault)) {
            LOG.warn("sluis.audit.timestamp.url: no time-stamp ({})", code);
        }
        fault = code;
    }

    private Optional<byte[]> asked(byte[] request) {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(WHOLE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            CompletableFuture<HttpResponse<byte[]>> response = client.sendAsync(
                    HttpRequest.newBuilder(authority)
                            .timeout(WHOLE)
                            .header("Content-Type", "application/timestamp-query")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                            .build(),
                    head -> new BoundedBody(LARGEST_ANSWER));
            try {
                HttpResponse<byte[]> answer = response.get(WHOLE.toMillis(), MILLISECONDS);
                return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
            } catch (ExecutionException e) {
                return Optional.empty();
            } catch (TimeoutException e) {
                response.cancel(true);
                client.shutdownNow();
                return Optional.empty();
            } catch (InterruptedException e) {
                client.shutdownNow();
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }
}
