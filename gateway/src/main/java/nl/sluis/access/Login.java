package nl.sluis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.node.NodeSettings;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.stereotype.Component;

/**
 * Lets people log in with the authorization code flow and PKCE, out with the identity provider too (RP-Initiated Logout), and
 * asks for a token (CSRF) whenever a session changes something. Without {@code sluis.login.issuer} it does nothing.
 */
@Component
final class Login {

    private final LoginSettings settings;
    private final PersonSessions sessions;
    private final BegunLogins begun;
    private final LoginPages pages;

    Login(LoginSettings settings, NodeSettings node, PersonSessions sessions, BegunLogins begun, LoginPages pages) {
        settings.require(node);
        this.settings = settings;
        this.sessions = sessions;
        this.begun = begun;
        this.pages = pages;
    }

    /** Whether people can log in. */
    boolean on() {
        return settings.on();
    }

    void applyTo(HttpSecurity http, Pace pace, TooMuch tooMuch) {
        if (!settings.on()) {
            http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    // No token: a cookie opens pages only, and for certificates in browsers there is the other filter
                    .csrf(csrf -> csrf.disable());
            return;
        }
        IdentityProvider provider = new IdentityProvider(settings);
        var logout = new OidcClientInitiatedLogoutSuccessHandler(provider.registrations());
        logout.setPostLogoutRedirectUri("{baseUrl}/");
        // Sessions as the framework has them: one for who has logged in, and none for who comes with a certificate.
        // Naming that here would make it open one for every call.
        http.addFilterBefore(new LoginPaceFilter(pace, begun, tooMuch), LogoutFilter.class);
        http.csrf(csrf -> csrf.requireCsrfProtectionMatcher(this::changesInSession))
                .oauth2Login(login -> login.loginPage(IdentityProvider.begin())
                        .clientRegistrationRepository(provider.registrations())
                        .authorizedClientRepository(new NoTokens())
                        .authorizationEndpoint(begin -> begin.authorizationRequestResolver(provider.requests())
                                .authorizationRequestRepository(begun))
                        .userInfoEndpoint(person -> person.oidcUserService(new Persons(settings)))
                        .successHandler((request, response, person) -> {
                            sessions.begin(request);
                            response.sendRedirect(home(rolesOf(person)));
                        })
                        .failureHandler(this::refused))
                .logout(out ->
                        out.logoutUrl("/logout").logoutSuccessHandler(logout).deleteCookies(LoginPages.COOKIE));
    }

    /** Says to a person who is logged in that a page is for others, and where their own is. */
    void denied(HttpServletRequest request, HttpServletResponse response, Caller.Person person) throws IOException {
        pages.denied(request, response, home(person.roles()::contains));
    }

    // Who may not see the feed begins at the page that is theirs
    private static String home(Predicate<Role> has) {
        if (has.test(Role.REGISSEUR)) {
            return "/";
        }
        if (has.test(Role.REPORTER)) {
            return "/report";
        }
        if (has.test(Role.CONSENT_OFFICER)) {
            return "/consents";
        }
        boolean family = Stream.of(Role.values()).allMatch(role -> has.test(role) == (role == Role.FAMILY));
        return family ? "/my" : "/";
    }

    private static Predicate<Role> rolesOf(Authentication person) {
        Set<String> all = person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        return role -> all.contains(role.authority());
    }

    private void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        HttpSession session = request.getSession(false);
        // A link to a login that fails logs nobody out who is in
        if (session != null && sessions.of(request).isEmpty()) {
            session.invalidate();
        }
        pages.refused(request, response, why);
    }

    // Who calls with a certificate has no session, and needs no token
    private boolean changesInSession(HttpServletRequest request) {
        return !CrossSiteFilter.READING.contains(request.getMethod())
                && sessions.of(request).isPresent();
    }
}
