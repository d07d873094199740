package nl.sluis.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the caller in the security context of the request; never in a session. */
final class CallerFilter extends OncePerRequestFilter {

    private final Callers callers;
    private final DemoEntry entry;

    CallerFilter(Callers callers, DemoEntry entry) {
        this.callers = callers;
        this.entry = entry;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        callers.of(request).or(() -> entry.visitor(request)).ifPresent(CallerFilter::authenticate);
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private static void authenticate(Caller caller) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CallerToken(caller));
        SecurityContextHolder.setContext(context);
    }

    private static Stream<String> authorities(Caller caller) {
        return switch (caller) {
            case Caller.OwnSystem own -> own.roles().stream().map(Role::authority);
            case Caller.Node node -> Stream.of(AccessRow.Kind.NODE.authority());
            case Caller.DemoVisitor visitor -> Stream.of(AccessRow.Kind.VISITOR.authority());
        };
    }

    private static final class CallerToken extends AbstractAuthenticationToken {

        private static final long serialVersionUID = 1L;

        private final transient Caller caller;

        CallerToken(Caller caller) {
            super(authorities(caller).map(SimpleGrantedAuthority::new).toList());
            this.caller = caller;
            setAuthenticated(true);
        }

        @Override
        public Object getPrincipal() {
            return caller;
        }

        @Override
        public String getCredentials() {
            return "";
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
