package nl.sluis.node;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.Regime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of one node, under {@code sluis.node}. A missing or impossible one stops the start and names its key.
 *
 * @param mode {@code demo} allows development certificates and the embedded database; everything else is strict
 * @param organisation the organisation that this node speaks for, as in the directory
 * @param oin organisation identification number, 20 characters (OIN-Stelsel)
 * @param port where the node listens, mutual TLS
 * @param managementPort health and metrics, loopback only
 * @param systems demo mode only: certificates of own systems that may do everything; others stand with their roles under
 *     {@code sluis.access.systems}
 * @param maxBody largest body that is read, default 20 MB
 * @param entryKey demo mode only: opens the pages in a browser that has no certificate
 */
@Validated
@ConfigurationProperties("sluis.node")
public record NodeSettings(
        @NotNull @DefaultValue("production") Mode mode,
        @NotBlank String organisation,
        @NotBlank String name,
        @NotNull OrganisationType type,
        @NotNull Regime regime,
        @NotNull @Pattern(regexp = "[0-9A-Z]{20}") String oin,
        int port,
        int managementPort,
        @Valid @NotNull Tls tls,
        @Valid @NotNull Keys keys,
        @NotNull @DefaultValue List<Path> systems,
        @NotNull @DefaultValue("20MB") DataSize maxBody,
        @DefaultValue("") String entryKey) {

    /** How strict a node is. */
    public enum Mode {
        /** Development certificates, embedded database and an entry key are allowed, and every page says so. */
        DEMO,
        /** Nothing of that. */
        PRODUCTION
    }

    /**
     * Transport.
     *
     * @param certificate PEM chain of this node
     * @param privateKey PEM, PKCS#8
     * @param trust PEM of the certificate authorities whose certificates are accepted
     */
    public record Tls(
            @NotNull Path certificate,
            @NotNull Path privateKey,
            @NotNull Path trust) {}

    /**
     * Keys of the seal and of storage.
     *
     * @param sealCertificate PEM; others seal to it and verify by it
     * @param sealKey PEM, PKCS#8
     * @param storageKey file with 32 bytes, hexadecimal: encrypts content at rest
     * @param earlierStorageKeys storage keys before the present one: read, and what is under them is encrypted again; the oldest last
     *     (docs/operations/storage-key.md)
     * @param nextStorageKeys storage keys after the present one: read, since another process may use them already
     * @param more further seals with their days: a successor before its first day, a predecessor after its last. All of them
     *     open; the one whose first day came last signs, and the one above while there is none
     * @param hybrid pairs that open what is sealed to hybrid certificates: all of them, also before and after they are listed
     */
    public record Keys(
            @NotNull Path sealCertificate,
            @NotNull Path sealKey,
            @NotNull Path storageKey,
            @NotNull @DefaultValue List<Path> earlierStorageKeys,
            @NotNull @DefaultValue List<Path> nextStorageKeys,
            @NotNull @DefaultValue List<@Valid Seal> more,
            @NotNull @DefaultValue List<@Valid Hybrid> hybrid) {

        /** Read by Spring from a configuration. */
        @ConstructorBinding
        public Keys {
            earlierStorageKeys = List.copyOf(earlierStorageKeys);
            nextStorageKeys = List.copyOf(nextStorageKeys);
            more = List.copyOf(more);
            hybrid = List.copyOf(hybrid);
        }

        /** One storage key. */
        public Keys(Path sealCertificate, Path sealKey, Path storageKey, List<Seal> more, List<Hybrid> hybrid) {
            this(sealCertificate, sealKey, storageKey, List.of(), List.of(), more, hybrid);
        }

        /** One seal. */
        public Keys(Path sealCertificate, Path sealKey, Path storageKey) {
            this(sealCertificate, sealKey, storageKey, List.of(), List.of());
        }
    }

    /**
     * A certificate of the seal with its key.
     *
     * @param certificate PEM
     * @param key PEM, PKCS#8
     * @param from first day on which it signs; null when it only opens what was sealed to it
     */
    public record Seal(
            @NotNull Path certificate,
            @NotNull Path key,
            @Nullable LocalDate from) {}

    /**
     * A hybrid pair: what is sealed to both certificates is opened by both keys together. They sign nothing.
     *
     * @param agreementCertificate PEM, of a key on P-384
     * @param agreementKey PEM, PKCS#8
     * @param kemCertificate PEM, of a key of ML-KEM-768
     * @param kemKey PEM, PKCS#8
     */
    public record Hybrid(
            @NotNull Path agreementCertificate,
            @NotNull Path agreementKey,
            @NotNull Path kemCertificate,
            @NotNull Path kemKey) {}

    /** The organisation as the shared language names it. */
    public OrganisationId id() {
        return new OrganisationId(organisation);
    }
}
