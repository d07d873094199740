package nl.sluis.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What each caller may still ask, in this process. Of who is nobody nothing is known but an address. */
@Component
final class Pace {

    static final Duration LOCKED = Duration.ofMinutes(1);

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int ADDRESSES = 10_000;

    private final LimitSettings limits;
    private final RateLimiterRegistry rates = RateLimiterRegistry.ofDefaults();
    private final BulkheadRegistry streams;
    // Whoever has more addresses than fit has their shares anyway
    private final Cache<Address, RateLimiter> addresses = Caffeine.newBuilder()
            .maximumSize(ADDRESSES)
            .expireAfterAccess(LOCKED)
            .build();

    Pace(LimitSettings limits) {
        this.limits = limits;
        this.streams = BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(limits.streams())
                .maxWaitDuration(Duration.ZERO)
                .build());
    }

    /** Whether one more call is within the caller's rate. */
    boolean admits(Caller caller) {
        return limiter("calls ", caller, perSecond(caller), SECOND).acquirePermission();
    }

    /** Whether one more call from where nobody is known is within the rate of that address. */
    boolean admits(Address from) {
        return addresses
                .get(from, each -> RateLimiter.of("nobody", config(limits.nobody(), SECOND)))
                .acquirePermission();
    }

    /** Whether this caller was refused too often in this minute. */
    boolean locked(Caller caller) {
        return refusals(caller).getMetrics().getAvailablePermissions() <= 0;
    }

    /** One refusal more; whether it was the last that is allowed in this minute. */
    boolean refused(Caller caller) {
        refusals(caller).acquirePermission();
        return locked(caller);
    }

    /** The places for streams of a caller. */
    Bulkhead streams(Caller caller) {
        return streams.bulkhead(CallerToken.nameOf(caller));
    }

    private RateLimiter refusals(Caller caller) {
        return limiter("refusals ", caller, limits.refusals(), LOCKED);
    }

    private RateLimiter limiter(String what, Caller caller, int most, Duration period) {
        return rates.rateLimiter(what + CallerToken.nameOf(caller), () -> config(most, period));
    }

    private static RateLimiterConfig config(int most, Duration period) {
        return RateLimiterConfig.custom()
                .limitForPeriod(most)
                .limitRefreshPeriod(period)
                .timeoutDuration(Duration.ZERO)
                .build();
    }

    private int perSecond(Caller caller) {
        return switch (caller) {
            case Caller.OwnSystem system -> limits.system();
            case Caller.Node node -> limits.node();
            case Caller.Person person -> limits.person();
            case Caller.DemoVisitor visitor -> limits.person();
        };
    }
}
