package nl.sluis.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Who makes a request: by its access token where it brings one and they count, by its certificate, else by its session, else by the demo's entry
 * address. A token that does not count is not made up for by anything else that came along.
 */
@Component
final class Recognition {

    private static final String BEARER = "bearer ";

    private final Callers callers;
    private final BoundTokens tokens;
    private final PersonSessions sessions;
    private final DemoEntry entry;

    Recognition(Callers callers, BoundTokens tokens, PersonSessions sessions, DemoEntry entry) {
        this.callers = callers;
        this.tokens = tokens;
        this.sessions = sessions;
        this.entry = entry;
    }

    /** The caller; empty when it is nobody. */
    Optional<Caller> of(HttpServletRequest request) {
        Optional<String> token = tokens.on() ? token(request) : Optional.empty();
        if (token.isPresent()) {
            return callers.mayBringTokens(request) ? tokens.of(token.get()) : Optional.empty();
        }
        return callers.of(request).or(() -> sessions.of(request)).or(() -> entry.visitor(request));
    }

    /** RFC 6750 section 2.1; in no other place. */
    private static Optional<String> token(HttpServletRequest request) {
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return given == null || !given.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? Optional.empty()
                : Optional.of(given.substring(BEARER.length()).strip());
    }
}
