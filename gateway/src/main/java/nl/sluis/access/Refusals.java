package nl.sluis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.node.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfException;

/** How callers are told that they do not pass. */
final class Refusals {

    private final AccessRules rules;
    private final ProblemWriter problems;
    private final Login login;
    private final LostForms forms;

    Refusals(AccessRules rules, ProblemWriter problems, Login login, LostForms forms) {
        this.rules = rules;
        this.problems = problems;
        this.login = login;
        this.forms = forms;
    }

    /** To nobody: a browser that wants a page is shown where to log in, if people can. */
    void unknown(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (login.on() && LoginPages.wanted(request)) {
            response.sendRedirect(IdentityProvider.begin());
            return;
        }
        if (login.on() && LostForms.posted(request)) {
            forms.loggedOut(request, response);
            return;
        }
        problems.write(
                response,
                HttpStatus.UNAUTHORIZED,
                "no-certificate",
                "A client certificate that this node knows is needed");
    }

    /**
     * To who is known. The own organisation is told of a wrong address or method, which is a fault in its program; others learn
     * nothing of what there is.
     */
    void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException && LostForms.posted(request)) {
            forms.ofAnotherSession(request, response);
            return;
        }
        Set<HttpMethod> methods = rules.methodsAt(request);
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller != null
                && caller.getPrincipal() instanceof Caller.Person person
                && LoginPages.wanted(request)
                && methods.contains(HttpMethod.GET)) {
            login.denied(request, response, person);
            return;
        }
        if (!ours() || methods.contains(HttpMethod.valueOf(request.getMethod()))) {
            problems.write(response, HttpStatus.FORBIDDEN, "not-yours", "This is not for you");
        } else if (methods.isEmpty()) {
            problems.write(response, HttpStatus.NOT_FOUND, "http-404", "Not Found");
        } else {
            response.setHeader(
                    HttpHeaders.ALLOW, methods.stream().map(HttpMethod::name).collect(Collectors.joining(", ")));
            problems.write(response, HttpStatus.METHOD_NOT_ALLOWED, "http-405", "Method Not Allowed");
        }
    }

    private static boolean ours() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && (authentication.getPrincipal() instanceof Caller.OwnSystem
                        || authentication.getPrincipal() instanceof Caller.Person);
    }
}
