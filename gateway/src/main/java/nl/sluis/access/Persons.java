package nl.sluis.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Makes a person of what the identity provider signed: who it is, how that was made sure, and the roles. Nothing else is asked there. */
final class Persons implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /** There were not two factors. */
    static final String ONE_FACTOR = "one_factor";

    /** The provider's name of this person may say who it is. */
    static final String NOT_OPAQUE = "not_opaque";

    /** No role here. */
    static final String NO_ROLE = "no_role";

    /** No mail address, and nothing else that would tell the audit who it is. */
    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final LoginSettings settings;

    Persons(LoginSettings settings) {
        this.settings = settings;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) throws OAuth2AuthenticationException {
        OidcIdToken token = request.getIdToken();
        require(
                token.getAuthenticationContextClass() != null
                        && settings.acr().contains(token.getAuthenticationContextClass()),
                ONE_FACTOR);
        require(OPAQUE.matcher(token.getSubject()).matches(), NOT_OPAQUE);
        Set<Role> roles = roles(token);
        if (self(token, settings).isEmpty()) {
            // Nobody knows whose things to show
            roles.remove(Role.FAMILY);
        }
        require(!roles.isEmpty(), NO_ROLE);
        return new DefaultOidcUser(
                roles.stream()
                        .map(role -> new SimpleGrantedAuthority(role.authority()))
                        .toList(),
                token);
    }

    /** Whether it may be how the identity provider names somebody. */
    static boolean isId(String text) {
        return OPAQUE.matcher(text).matches();
    }

    /** The person of a session. */
    static Caller.Person of(OidcUser user, LoginSettings settings) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (user.getAuthorities().contains(new SimpleGrantedAuthority(role.authority()))) {
                roles.add(role);
            }
        }
        return new Caller.Person(
                Objects.requireNonNull(user.getSubject()),
                roles,
                roles.contains(Role.FAMILY) ? self(user.getIdToken(), settings) : Optional.empty());
    }

    /** Exactly one person, or nobody. */
    private static Optional<String> self(OidcIdToken token, LoginSettings settings) {
        List<String> values =
                settings.personClaim().isEmpty() ? List.of() : Claims.values(token.getClaims(), settings.personClaim());
        return values.size() == 1 && !values.getFirst().isBlank() ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private Set<Role> roles(OidcIdToken token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String value : Claims.values(token.getClaims(), settings.rolesClaim())) {
            Role role = settings.roles().get(value);
            if (role != null) {
                roles.add(role);
            }
        }
        return roles;
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new OAuth2AuthenticationException(new OAuth2Error(otherwise));
        }
    }
}
