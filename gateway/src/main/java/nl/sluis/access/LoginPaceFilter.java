package nl.sluis.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds back who begins logins, or logs out, again and again. Those two are answered by filters that come before the callers are
 * known, so that here everybody is only an address.
 */
final class LoginPaceFilter extends OncePerRequestFilter {

    private static final Set<String> PATHS = Set.of(IdentityProvider.begin(), "/logout");

    private final Pace pace;
    private final BegunLogins logins;
    private final TooMuch tooMuch;

    LoginPaceFilter(Pace pace, BegunLogins logins, TooMuch tooMuch) {
        this.pace = pace;
        this.logins = logins;
        this.tooMuch = tooMuch;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PATHS.contains(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Address from = Address.of(request);
        if (!pace.admits(from)) {
            refuse(response, Duration.ofSeconds(1));
        } else if (request.getServletPath().equals(IdentityProvider.begin()) && !logins.hasRoom(from)) {
            refuse(response, Duration.ofMinutes(1));
        } else {
            chain.doFilter(request, response);
        }
    }

    private void refuse(HttpServletResponse response, Duration wait) throws IOException {
        tooMuch.answer(response, wait);
        tooMuch.count(HttpStatus.TOO_MANY_REQUESTS.value(), PaceFilter.NOBODY);
    }
}
