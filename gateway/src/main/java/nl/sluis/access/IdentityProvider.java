package nl.sluis.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;

/** The organisation's identity provider, as this node is registered with it. Asked when the first person logs in, not at the start. */
final class IdentityProvider {

    /** The name of the registration, in the addresses of the login. */
    static final String ID = "sluis";

    private static final String BEGIN = "/oauth2/authorization";

    private final LoginSettings settings;
    private final ClientRegistrationRepository registrations;

    IdentityProvider(LoginSettings settings) {
        this.settings = settings;
        this.registrations = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration()));
    }

    ClientRegistrationRepository registrations() {
        return registrations;
    }

    /** Sends people there with PKCE (RFC 7636) and with the demand for two factors (OpenID Connect Core, acr_values). */
    OAuth2AuthorizationRequestResolver requests() {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, BEGIN);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(more -> more.put(
                        "acr_values",
                        String.join(" ", settings.acr().stream().sorted().toList())))));
        return resolver;
    }

    /** Where a login begins. */
    static String begin() {
        return BEGIN + "/" + ID;
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromOidcIssuerLocation(settings.issuer())
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(secret())
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid")
                .build();
    }

    private String secret() {
        try {
            return Files.readString(Objects.requireNonNull(settings.clientSecret()), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException("sluis.login.client-secret: this file cannot be read", e);
        }
    }
}
