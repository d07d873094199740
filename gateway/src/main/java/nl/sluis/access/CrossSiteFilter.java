package nl.sluis.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import nl.sluis.node.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A browser that holds a system's certificate uses it for every page that asks: what another site's page sends changes nothing
 * here. Browsers say where a request comes from (Fetch Metadata, and {@code Origin} in older ones); systems say nothing.
 */
final class CrossSiteFilter extends OncePerRequestFilter {

    static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final ProblemWriter problems;

    CrossSiteFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!READING.contains(request.getMethod()) && foreign(request)) {
            problems.write(response, HttpStatus.FORBIDDEN, "cross-site", "A page of another site may not do this");
            return;
        }
        chain.doFilter(request, response);
    }

    /** Whether a browser says that another site's page asks. */
    static boolean foreign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !OWN.contains(site);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !origin.equals("https://" + request.getHeader(HttpHeaders.HOST));
    }
}
