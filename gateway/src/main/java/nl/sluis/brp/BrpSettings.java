package nl.sluis.brp;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.sluis.canonical.OrganisationType;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a node asks the BRP (Haal Centraal BRP bevragen, version 2), under {@code sluis.registers.brp}. Without {@code url} it does not.
 *
 * @param url the address below which {@code /personen} is, {@code https}
 * @param certificate PEM chain that is shown to the register; null for that of the node
 * @param privateKey PEM, PKCS#8, of that certificate
 * @param trust PEM of the authorities whose certificate the register may show; null for those of {@code sluis.node.tls.trust}
 * @param apiKeyFile a file with the key that goes as {@code X-API-KEY}, one line; read at each question
 * @param tokenFile a file with an OAuth access token, one line; read at each question, so that it can be renewed
 * @param headers further headers that whoever gives access asks for, such as the purpose of asking
 * @param timeout after which an answer comes too late, 100 ms to 30 s
 */
@Validated
@ConfigurationProperties("sluis.registers.brp")
public record BrpSettings(
        @Nullable URI url,
        @Nullable Path certificate,
        @Nullable Path privateKey,
        @Nullable Path trust,
        @Nullable Path apiKeyFile,
        @Nullable Path tokenFile,
        @NotNull @DefaultValue Map<String, String> headers,
        @NotNull @DefaultValue("10s") Duration timeout) {

    private static final String KEY = "sluis.registers.brp.";

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Those that this node sets itself, or that say where a connection goes. */
    private static final Set<String> OWN_HEADERS = Set.of(
            "accept",
            "authorization",
            "connection",
            "content-length",
            "content-type",
            "expect",
            "host",
            "upgrade",
            "x-api-key");

    /** Organisations without a public task of their own in this field get no access to custody (Besluit digitale overheid art. 7b). */
    private static final Set<OrganisationType> WITHOUT_ACCESS =
            Set.of(OrganisationType.HOUSING, OrganisationType.CREDITOR, OrganisationType.OTHER);

    /** As it was given. */
    public BrpSettings {
        headers = Map.copyOf(headers);
    }

    /**
     * Checks them; nothing is connected.
     *
     * @param type of this node's organisation; null when that is not known
     * @throws IllegalStateException naming the key at fault, never its value
     */
    public void require(@Nullable OrganisationType type) {
        if (url == null) {
            return;
        }
        require(type == null || !WITHOUT_ACCESS.contains(type), "url: this type of organisation may not ask custody");
        require("https".equalsIgnoreCase(url.getScheme()), "url: has to begin with https");
        require(
                url.getHost() != null
                        && url.getUserInfo() == null
                        && url.getFragment() == null
                        && url.getQuery() == null,
                "url: has to name a host, and nothing but a host, a port and a path");
        require((certificate == null) == (privateKey == null), "certificate: goes with a private-key");
        readable(certificate, "certificate");
        readable(privateKey, "private-key");
        readable(trust, "trust");
        readable(apiKeyFile, "api-key-file");
        readable(tokenFile, "token-file");
        headers.forEach((name, value) -> require(
                name.matches("[A-Za-z0-9-]{1,64}")
                        && !OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))
                        && value.matches("[\\x21-\\x7e]([\\x20-\\x7e]{0,199}[\\x21-\\x7e])?"),
                "headers: one of them is no header that can be set here"));
        require(
                timeout.compareTo(SHORTEST) >= 0 && timeout.compareTo(LONGEST) <= 0,
                "timeout: is not between 100 ms and 30 s");
    }

    private static void readable(@Nullable Path file, String key) {
        require(file == null || Files.isReadable(file), key + ": cannot be read");
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalStateException(KEY + fault);
        }
    }
}
