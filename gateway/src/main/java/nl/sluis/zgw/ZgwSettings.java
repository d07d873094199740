package nl.sluis.zgw;

import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import nl.sluis.canonical.MessageKind;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The case system in which cases are opened, under {@code sluis.zgw}. Without {@code cases} none are.
 *
 * @param cases address of the Zaken API, up to and with its version: {@code https://…/zaken/api/v1}
 * @param documents the same of the Documenten API
 * @param clientId as the case system knows this node
 * @param secretFile a file with the secret that belongs to it, one line of at least 32 bytes; read at each attempt
 * @param trust PEM of the authorities whose certificate the case system may show; null for those of {@code sluis.node.tls.trust}
 * @param organisation RSIN of the organisation whose cases they are, nine digits
 * @param caseTypes by kind of message, the address of the type of case in the catalogue; other kinds open none
 * @param documentType the address of the type of document
 * @param title of each case and document: of nobody, at most 80 characters
 * @param timeout of each call, 100 ms to 30 s
 */
@Validated
@ConfigurationProperties("sluis.zgw")
public record ZgwSettings(
        @Nullable URI cases,
        @Nullable URI documents,
        @Nullable String clientId,
        @Nullable Path secretFile,
        @Nullable Path trust,
        @Nullable String organisation,
        @NotNull @DefaultValue Map<MessageKind, URI> caseTypes,
        @Nullable URI documentType,
        @NotNull @DefaultValue("Bericht via Sluis") String title,
        @NotNull @DefaultValue("10s") Duration timeout) {

    private static final String KEY = "sluis.zgw.";
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int LONGEST_TITLE = 80;

    /** Of HS256: a shorter secret is guessed before the token says anything (RFC 7518 section 3.2). */
    private static final int SHORTEST_SECRET = 32;

    private static final long LONGEST_SECRET = 8 * 1024;

    /** As it was given. */
    public ZgwSettings {
        caseTypes = Map.copyOf(caseTypes);
    }

    /**
     * Checks them; nothing is connected.
     *
     * @throws IllegalStateException naming the key at fault, never its value
     */
    public void require() {
        if (cases == null) {
            return;
        }
        address(cases, "cases");
        address(documents, "documents");
        address(documentType, "document-type");
        caseTypes.values().forEach(type -> address(type, "case-types"));
        require(!caseTypes.isEmpty(), "case-types: at least one kind of message opens a case");
        require(clientId != null && !clientId.isBlank(), "client-id: is required");
        require(
                organisation != null && organisation.matches("[0-9]{9}"),
                "organisation: has to be an RSIN of nine digits");
        require(!title.isBlank() && title.length() <= LONGEST_TITLE, "title: has to have 1 to 80 characters");
        require(trust == null || Files.isReadable(trust), "trust: cannot be read");
        try {
            secret();
        } catch (IOException e) {
            throw new IllegalStateException(KEY + "secret-file: cannot be read, or has less than 32 bytes in it", e);
        }
        require(
                timeout.compareTo(SHORTEST) >= 0 && timeout.compareTo(LONGEST) <= 0,
                "timeout: is not between 100 ms and 30 s");
    }

    /**
     * The secret as it is now.
     *
     * @throws IOException when there is none that is long enough
     */
    byte[] secret() throws IOException {
        byte[] secret = secretFile == null || Files.size(secretFile) > LONGEST_SECRET
                ? new byte[0]
                : Files.readString(secretFile).strip().getBytes(StandardCharsets.UTF_8);
        if (secret.length < SHORTEST_SECRET) {
            throw new IOException("no secret");
        }
        return secret;
    }

    private static void address(@Nullable URI address, String key) {
        require(
                address != null
                        && "https".equalsIgnoreCase(address.getScheme())
                        && address.getHost() != null
                        && address.getUserInfo() == null
                        && address.getQuery() == null
                        && address.getFragment() == null,
                key + ": has to be an address that begins with https, with nothing but a host, a port and a path");
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalStateException(KEY + fault);
        }
    }
}
