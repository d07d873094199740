package nl.sluis.access;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import nl.sluis.node.ProblemWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets no caller ask more than its share, locks out for a while who is refused again and again, and counts who was refused: by
 * status and sort of caller. Never an address of a call, which may name a household or a person.
 */
final class PaceFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(PaceFilter.class);

    private final Pace pace;
    private final ProblemWriter problems;
    private final MeterRegistry meters;

    PaceFilter(Pace pace, ProblemWriter problems, MeterRegistry meters) {
        this.pace = pace;
        this.problems = problems;
        this.meters = meters;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller = CurrentCaller.get();
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
        } else if (pace.locked(caller.get())) {
            tooMuch(response, Pace.LOCKED);
        } else if (!pace.admits(caller.get())) {
            LOG.warn("{} asks more than its rate", CallerToken.nameOf(caller.get()));
            tooMuch(response, Duration.ofSeconds(1));
        } else if (streams(request)) {
            stream(caller.get(), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
        note(caller, request, response.getStatus());
    }

    // A stream holds this thread until it ends
    private void stream(Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Bulkhead places = pace.streams(caller);
        if (!places.tryAcquirePermission()) {
            LOG.warn("{} wants more streams than it may have", CallerToken.nameOf(caller));
            tooMuch(response, Duration.ofSeconds(10));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.releasePermission();
        }
    }

    private static boolean streams(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getServletPath().equals("/feed/stream")
                || accept != null && (accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE) || accept.contains("text/*"));
    }

    private void tooMuch(HttpServletResponse response, Duration wait) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
        problems.write(response, HttpStatus.TOO_MANY_REQUESTS, "too-much", "This is more than you may ask: try later");
    }

    private void note(Optional<Caller> caller, HttpServletRequest request, int status) {
        boolean refused = status == 401 || status == 403;
        if (!refused && status != 429) {
            return;
        }
        String name = caller.map(CallerToken::nameOf).orElse("nobody");
        meters.counter("sluis.access.refused", "status", Integer.toString(status), "caller", name.replaceAll(":.*", ""))
                .increment();
        if (refused && caller.isPresent()) {
            LOG.info("{} was refused: {}", name, status);
            // What another site's page makes a browser ask locks nobody out
            if (!CrossSiteFilter.foreign(request) && pace.refused(caller.get())) {
                LOG.warn("{} was refused too often and is locked out for a while", name);
            }
        }
    }
}
