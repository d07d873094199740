package nl.sluis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** What people see who do not get in. */
@Component
final class LoginPages {

    /** The session's cookie; the prefix ties it to this host and to https. */
    static final String COOKIE = "__Host-sluis";

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Logger LOG = LoggerFactory.getLogger(LoginPages.class);
    private static final Set<String> TOLD = Set.of(Persons.ONE_FACTOR, Persons.NOT_OPAQUE, Persons.NO_ROLE);

    private final ITemplateEngine templates;
    private final LocaleResolver locales;

    LoginPages(ITemplateEngine templates, LocaleResolver locales) {
        this.templates = templates;
        this.locales = locales;
    }

    /** Whether a page is asked for, and not data. */
    static boolean wanted(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && request.getMethod().equals("GET");
    }

    /** To who is logged in and asks for a page that is for others, with where their own begins. */
    void denied(HttpServletRequest request, HttpServletResponse response, String home) throws IOException {
        Context context = new Context(locales.resolveLocale(request));
        // Who has no page at all would come back here
        context.setVariable("home", CurrentCaller.mayOpen(home) ? home : null);
        write(response, "access/denied", context);
    }

    private void write(HttpServletResponse response, String template, Context context) throws IOException {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", POLICY);
        templates.process(template, context, response.getWriter());
    }

    /** Says why, as far as it is ours to say, and how to go on; nothing of what the provider sent. */
    void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        String code = why instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : "";
        String told = TOLD.contains(code) ? code : "other";
        LOG.warn("a login was refused: {}", told);
        Locale locale = locales.resolveLocale(request);
        Context context = new Context(locale);
        context.setVariable("why", told);
        context.setVariable("again", IdentityProvider.begin());
        write(response, "access/refused", context);
    }
}
