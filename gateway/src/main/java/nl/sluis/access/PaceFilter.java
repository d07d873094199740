package nl.sluis.access;

import io.github.resilience4j.bulkhead.Bulkhead;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets no caller ask more than its share, nor an address from which nobody is known to call; locks out for a while who is refused again and again, and counts who was refused: by
 * status and sort of caller. Never an address of a call, which may name a household or a person.
 */
final class PaceFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(PaceFilter.class);

    /** What the count calls whoever is not known. */
    static final String NOBODY = "nobody";

    private final Pace pace;
    private final TooMuch tooMuch;

    PaceFilter(Pace pace, TooMuch tooMuch) {
        this.pace = pace;
        this.tooMuch = tooMuch;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller = CurrentCaller.get();
        if (caller.isEmpty()) {
            unknown(request, response, chain);
        } else if (pace.locked(caller.get())) {
            tooMuch.answer(response, Pace.LOCKED);
        } else if (!pace.admits(caller.get())) {
            LOG.warn("{} asks more than its rate", CallerToken.nameOf(caller.get()));
            tooMuch.answer(response, Duration.ofSeconds(1));
        } else if (streams(request)) {
            stream(caller.get(), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
        note(caller, request, response.getStatus());
    }

    // No line in the log: who has no name to be found by could fill it, and an address may be a person's
    private void unknown(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (pace.admits(Address.of(request))) {
            chain.doFilter(request, response);
        } else {
            tooMuch.answer(response, Duration.ofSeconds(1));
        }
    }

    // A stream holds this thread until it ends
    private void stream(Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Bulkhead places = pace.streams(caller);
        if (!places.tryAcquirePermission()) {
            LOG.warn("{} wants more streams than it may have", CallerToken.nameOf(caller));
            tooMuch.answer(response, Duration.ofSeconds(10));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.releasePermission();
        }
    }

    /** Whether a stream of the feed is asked for. */
    static boolean streams(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getServletPath().equals("/feed/stream")
                || accept != null && (accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE) || accept.contains("text/*"));
    }

    private void note(Optional<Caller> caller, HttpServletRequest request, int status) {
        boolean refused = status == 401 || status == 403;
        if (!refused && status != 429) {
            return;
        }
        String name = caller.map(CallerToken::nameOf).orElse(NOBODY);
        tooMuch.count(status, name.replaceAll(":.*", ""));
        if (refused && caller.isPresent()) {
            LOG.info("{} was refused: {}", name, status);
            // What another site's page makes a browser ask locks nobody out
            if (!CrossSiteFilter.foreign(request) && pace.refused(caller.get())) {
                LOG.warn("{} was refused too often and is locked out for a while", name);
            }
        }
    }
}
