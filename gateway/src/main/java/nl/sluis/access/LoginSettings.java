package nl.sluis.access;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import nl.sluis.node.NodeSettings;
import nl.sluis.node.NodeSettings.Mode;
import nl.sluis.node.StartCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people log in, under {@code sluis.login}: at their organisation's own identity provider (OpenID Connect). Without an issuer
 * nobody does.
 *
 * @param issuer address of the identity provider, as it names itself; https, and in demo mode also http on this machine
 * @param clientId what the identity provider calls this node
 * @param clientSecret file with the secret of this node there
 * @param rolesClaim the claim with a person's roles; dots go into it, as in {@code realm_access.roles}
 * @param roles what each value of that claim is here; other values are no role
 * @param personClaim the claim of a person of a family with the number by which the organisation has them registered; dots go into
 *     it. Without it nobody comes in as one of a family
 * @param acr the values of the claim {@code acr} that say that there were two factors; with any other nobody comes in
 * @param idle a session ends when nothing was asked for so long
 * @param longest a session ends so long after it began, whatever was asked
 */
@Validated
@ConfigurationProperties("sluis.login")
public record LoginSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @Nullable Path clientSecret,
        @NotNull @DefaultValue("roles") String rolesClaim,
        @NotNull @DefaultValue Map<String, Role> roles,
        @NotNull @DefaultValue("") String personClaim,
        @NotNull @DefaultValue Set<String> acr,
        @NotNull @DefaultValue("15m") Duration idle,
        @NotNull @DefaultValue("8h") Duration longest) {

    /** Reads and copies. */
    public LoginSettings {
        roles = Map.copyOf(roles);
        acr = Set.copyOf(acr);
    }

    /** Whether people can log in. */
    public boolean on() {
        return !issuer.isEmpty();
    }

    /** Where the forms of pages may lead: logging out ends at the identity provider. Empty when nobody logs in. */
    public String origin() {
        URI address = URI.create(issuer);
        return on() ? address.getScheme() + "://" + address.getRawAuthority() : "";
    }

    /**
     * Checks what binding cannot.
     *
     * @throws IllegalStateException naming the key
     */
    public void require(NodeSettings node) {
        if (!on()) {
            return;
        }
        boolean demo = node.mode() == Mode.DEMO;
        require(
                issuer.startsWith("https://") || demo && issuer.startsWith("http://localhost:"),
                "issuer",
                "https only");
        require(!clientId.isEmpty(), "client-id", "is required where there is an issuer");
        require(!roles.isEmpty(), "roles", "say which value of the claim is which role");
        require(!acr.isEmpty(), "acr", "say which values mean two factors");
        require(idle.isPositive() && idle.compareTo(longest) <= 0, "idle", "is positive, and no longer than longest");
        if (clientSecret == null) {
            throw new IllegalStateException("sluis.login.client-secret: is required where there is an issuer");
        }
        StartCheck.requireSecret(clientSecret, "sluis.login.client-secret", demo);
    }

    private static void require(boolean met, String key, String fault) {
        if (!met) {
            throw new IllegalStateException("sluis.login." + key + ": " + fault);
        }
    }
}
