package nl.sluis.outbox;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.directory.Partner;
import nl.sluis.seal.Envelope;

/**
 * Spares the workers, so that a dead partner does not delay the others: while its node does not answer, one attempt at a time
 * finds out whether it does again, and every other attempt is over at once.
 */
final class PatientExchange implements Exchange {

    /** The partner's node is known not to answer: it was not tried. */
    static final String OUT_OF_REACH = "OUT_OF_REACH";

    private static final Set<String> SILENT = Set.of("TIMEOUT", "CONNECTION", "NO_CONNECTION", "TLS");
    private static final double GROWTH = 2.0;
    private static final double JITTER = 0.3;

    private final Exchange exchange;
    private final CircuitBreakerRegistry breakers;

    /**
     * Sets up a breaker for each partner.
     *
     * @param clock of the pauses; one that never goes back
     */
    PatientExchange(Exchange exchange, OutboxSettings settings, Clock clock) {
        this.exchange = exchange;
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindow(1, 1, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitIntervalFunctionInOpenState(IntervalFunction.ofExponentialRandomBackoff(
                        settings.firstRetry(), GROWTH, JITTER, settings.longestPause()))
                .recordResult(answer -> answer instanceof Answer given && isSilence(given))
                .clock(clock)
                .build());
    }

    /** Whether nothing answers there, now or as was found before. */
    static boolean isSilence(Answer answer) {
        return answer instanceof Answer.Unreachable unreachable
                && (SILENT.contains(unreachable.code()) || unreachable.code().equals(OUT_OF_REACH));
    }

    @Override
    public Answer give(Outgoing outgoing, Envelope envelope, Partner partner) {
        CircuitBreaker breaker = breakers.circuitBreaker(partner.id().value());
        if (!breaker.tryAcquirePermission()) {
            return new Answer.Unreachable(OUT_OF_REACH);
        }
        boolean answered = false;
        long begin = System.nanoTime();
        try {
            Answer answer = exchange.give(outgoing, envelope, partner);
            answered = true;
            breaker.onResult(System.nanoTime() - begin, NANOSECONDS, answer);
            return answer;
        } finally {
            if (!answered) {
                breaker.releasePermission();
            }
        }
    }

    /** Partners that do not answer. */
    Set<OrganisationId> silent() {
        return breakers.getAllCircuitBreakers().stream()
                .filter(breaker -> breaker.getState() != CircuitBreaker.State.CLOSED)
                .map(breaker -> new OrganisationId(breaker.getName()))
                .collect(Collectors.toSet());
    }
}
