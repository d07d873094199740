package nl.sluis.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the caller in the security context of the request: by its certificate, else its session, else the demo's address. */
final class CallerFilter extends OncePerRequestFilter {

    private final Recognition recognition;
    private final AccessRules rules;

    CallerFilter(Recognition recognition, AccessRules rules) {
        this.recognition = recognition;
        this.rules = rules;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // What a session has kept counts only as sessions reads it
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        recognition.of(request).ifPresent(caller -> authenticate(caller, request));
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
