package nl.sluis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** People who are logged in, by the session of their browser; kept in this process alone, and no longer than the settings say. */
@Component
final class PersonSessions {

    private static final String BEGAN = "nl.sluis.began";
    private static final String USED = "nl.sluis.used";

    private final LoginSettings settings;
    private final EndedSessions ended;
    private final Clock clock;

    PersonSessions(LoginSettings settings, EndedSessions ended, Clock clock) {
        this.settings = settings;
        this.ended = ended;
        this.clock = clock;
    }

    /** From now on it is the session of somebody who logged in. */
    void begin(HttpServletRequest request) {
        HttpSession session = request.getSession();
        session.setAttribute(BEGAN, clock.instant());
        session.setAttribute(USED, clock.instant());
        // Frees the memory; when it counts no more, this class says
        session.setMaxInactiveInterval(Math.toIntExact(settings.idle().toSeconds()));
    }

    /**
     * Who it is; empty when nobody is logged in. A session that was not used for too long, has lasted too long, or was ended by somebody, ends here. That a
     * page which lies open asks for what is new is no use of it.
     */
    Optional<Caller> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (!settings.on()
                || session == null
                || !(session.getAttribute(BEGAN) instanceof Instant began)
                || !(session.getAttribute(USED) instanceof Instant used)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (now.isAfter(began.plus(settings.longest())) || now.isAfter(used.plus(settings.idle()))) {
            session.invalidate();
            return Optional.empty();
        }
        if (!PaceFilter.streams(request)) {
            session.setAttribute(USED, now);
        }
        Optional<Caller.Person> person = person(session);
        if (person.isPresent() && ended.covers(person.get().id(), began)) {
            session.invalidate();
            return Optional.empty();
        }
        return person.map(Caller.class::cast);
    }

    private Optional<Caller.Person> person(HttpSession session) {
        return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                                instanceof SecurityContext context
                        && context.getAuthentication() instanceof OAuth2AuthenticationToken token
                        && token.getPrincipal() instanceof OidcUser user
                ? Optional.of(Persons.of(user, settings))
                : Optional.empty();
    }
}
