package nl.sluis.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the caller in the security context of the request; never in a session. */
final class CallerFilter extends OncePerRequestFilter {

    private final Callers callers;
    private final DemoEntry entry;
    private final AccessRules rules;

    CallerFilter(Callers callers, DemoEntry entry, AccessRules rules) {
        this.callers = callers;
        this.entry = entry;
        this.rules = rules;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        callers.of(request).or(() -> entry.visitor(request)).ifPresent(caller -> authenticate(caller, request));
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private void authenticate(Caller caller, HttpServletRequest request) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CallerToken(caller, rules.rolesFor(request)));
        SecurityContextHolder.setContext(context);
    }
}
