package nl.sluis.access;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Map;
import nl.sluis.node.NodeSettings;
import nl.sluis.node.NodeSettings.Mode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Access tokens of own systems, under {@code sluis.access.tokens}: JWT (RFC 9068) that are bound to the certificate of the
 * connection (RFC 8705). Without an issuer none counts.
 *
 * @param issuer who gives the tokens, as it names itself in them
 * @param keys where its keys are (JWKS); https, and in demo mode also http on this machine
 * @param audience what the issuer calls this node
 * @param rolesClaim the claim with the roles of the system; dots go into it
 * @param roles what each value of that claim is here; other values are no role
 */
@Validated
@ConfigurationProperties("sluis.access.tokens")
public record BoundTokenSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String keys,
        @DefaultValue("") String audience,
        @NotNull @DefaultValue("roles") String rolesClaim,
        @NotNull @DefaultValue Map<String, Role> roles) {

    /** Reads and copies. */
    public BoundTokenSettings {
        roles = Map.copyOf(roles);
    }

    /** Whether tokens count. */
    public boolean on() {
        return !issuer.isEmpty();
    }

    /**
     * Checks what binding cannot.
     *
     * @throws IllegalStateException naming the key
     */
    public void require(NodeSettings node) {
        if (!on()) {
            require(keys.isEmpty() && audience.isEmpty(), "issuer", "is required where there are keys or an audience");
            return;
        }
        boolean demo = node.mode() == Mode.DEMO;
        require(
                keys.startsWith("https://") || demo && keys.startsWith("http://localhost:"),
                "keys",
                "an address, https only");
        require(isAddress(keys), "keys", "an address, https only");
        require(!audience.isEmpty(), "audience", "say what the issuer calls this node");
        require(!roles.isEmpty(), "roles", "say which value of the claim is which role");
    }

    private static boolean isAddress(String text) {
        try {
            return URI.create(text).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void require(boolean met, String key, String fault) {
        if (!met) {
            throw new IllegalStateException("sluis.access.tokens." + key + ": " + fault);
        }
    }
}
