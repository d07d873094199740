package nl.sluis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Gives back what somebody had filled in when their session ended meanwhile. Nothing is done with it and nothing kept: it stands in the page, to be posted anew
 * by who has logged in again.
 */
@Component
final class LostForms {

    private static final String ID = "/[0-9a-fA-F-]{36}";
    private static final Pattern PATHS = Pattern.compile(
            "/report|/consents/new|/households" + ID + "/(items" + ID + "(/feedback)?|tasks" + ID + "|safety)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]{1,30}");
    /** Where it was going: sending is asked anew, never carried on. */
    private static final String TO = "to";

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final ITemplateEngine templates;
    private final LocaleResolver locales;

    LostForms(ITemplateEngine templates, LocaleResolver locales) {
        this.templates = templates;
        this.locales = locales;
    }

    /** Whether a form of a page was posted by a browser. */
    static boolean posted(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && PATHS.matcher(request.getServletPath()).matches()
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && type != null
                && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && !CrossSiteFilter.foreign(request);
    }

    /** To who is not logged in any more. */
    void loggedOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, HttpStatus.UNAUTHORIZED, null);
    }

    /** To who has logged in since: with the token of this session, to go on. */
    void ofAnotherSession(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        write(request, response, HttpStatus.FORBIDDEN, token);
    }

    private void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, @Nullable CsrfToken token)
            throws IOException {
        Map<String, List<String>> answers = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (NAME.matcher(name).matches() && !name.equals(TO)) {
                answers.put(name, List.of(values));
            }
        });
        Context context = new Context(locales.resolveLocale(request));
        context.setVariable("answers", answers);
        context.setVariable("action", request.getServletPath());
        context.setVariable("token", token);
        response.setStatus(status.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", POLICY);
        templates.process("access/lost", context, response.getWriter());
    }
}
