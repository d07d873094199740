package nl.sluis.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/** What a browser may do with a page: load from this node only, run no inline script, keep nothing, tell nobody. */
final class PageHeaders implements HandlerInterceptor {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'self'%s; frame-ancestors 'none'";

    private final String policy;

    /** With where logging out leads, besides this node; empty when nobody logs in. */
    PageHeaders(String logout) {
        this.policy = POLICY.formatted(logout.isEmpty() ? "" : " " + logout);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return true;
    }
}
