package nl.sluis.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import nl.sluis.canonical.OrganisationType;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The directory as configured, under {@code sluis.directory}.
 *
 * @param organisations everyone, this node's own organisation included
 * @param file a YAML file with the same keys instead, which may change while the node runs; null when there is none
 * @param lookAgain how often the file, and the certificates that it names, are looked at
 */
@Validated
@ConfigurationProperties("sluis.directory")
public record DirectorySettings(
        @NotNull @DefaultValue List<@Valid Entry> organisations,
        @Nullable Path file,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("10s")
        Duration lookAgain) {

    /** Read by Spring from a configuration. */
    @ConstructorBinding
    public DirectorySettings {
        organisations = List.copyOf(organisations);
    }

    /** A directory that does not change. */
    public DirectorySettings(List<Entry> organisations) {
        this(organisations, null, Duration.ofSeconds(10));
    }

    /**
     * An address of a node in a period.
     *
     * @param address base address, {@code https} only
     * @param from first day; null when it held always
     * @param until last day; null when it holds on
     */
    public record Endpoint(
            @NotNull URI address,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * A seal certificate in a period. What is sent on a day is sealed to the one of that day; signatures are verified by it, and
     * for thirty days more.
     *
     * @param file PEM
     * @param from first day; null when it held always
     * @param until last day; null when it holds on
     */
    public record SealCertificate(
            @NotNull Path file,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * Certificates of a hybrid pair in a period. From its first day on, what both sides list is what counts: nothing is sealed to
     * this organisation without them, and of another that lists some too nothing is taken without them.
     *
     * @param agreement PEM, of a key for key agreement on P-384
     * @param kem PEM, of a key of ML-KEM-768
     * @param from first day; null when it held always
     * @param until last day; null when it holds on
     */
    public record HybridSeal(
            @NotNull Path agreement,
            @NotNull Path kem,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * One organisation.
     *
     * @param id its name in messages, such as {@code de-wilgenhof}
     * @param oin 20 characters; its node's certificate carries it as {@code serialNumber} of the subject
     * @param endpoint base address of its node, {@code https} only; null when {@code endpoints} says it by day
     * @param sealCertificate PEM; messages are sealed to it and its signatures verified by it; null when
     *     {@code sealCertificates} says it by day
     * @param aliases other names by which local systems may address it
     * @param telephone where to call in an emergency, digits with spaces and {@code +}; null when nobody can be called
     * @param until last day on which it may be addressed; null when it has not ended
     * @param endpoints addresses by day, without overlap
     * @param sealCertificates certificates by day, without overlap
     * @param successor who went on with the work of one that has ended; nothing is passed on to it by itself
     * @param hybrid hybrid certificates by day, without overlap; empty for a node that has none yet
     */
    public record Entry(
            @NotBlank String id,
            @NotBlank String name,
            @NotNull OrganisationType type,
            @NotNull @Pattern(regexp = "[0-9A-Z]{20}") String oin,
            @Nullable URI endpoint,
            @Nullable Path sealCertificate,

            @Nullable @Pattern(regexp = "\\+?[0-9][0-9 -]{1,23}")
            String telephone,

            @Nullable LocalDate until,
            @NotNull @DefaultValue List<String> aliases,
            @NotNull @DefaultValue List<@Valid Endpoint> endpoints,
            @NotNull @DefaultValue List<@Valid SealCertificate> sealCertificates,
            @Nullable String successor,
            @NotNull @DefaultValue List<@Valid HybridSeal> hybrid) {

        /** Read by Spring from a configuration. */
        @ConstructorBinding
        public Entry {
            aliases = List.copyOf(aliases);
            endpoints = List.copyOf(endpoints);
            sealCertificates = List.copyOf(sealCertificates);
            hybrid = List.copyOf(hybrid);
        }

        /** One that has one address and one certificate. */
        public Entry(
                String id,
                String name,
                OrganisationType type,
                String oin,
                URI endpoint,
                Path sealCertificate,
                @Nullable String telephone,
                @Nullable LocalDate until,
                List<String> aliases) {
            this(
                    id,
                    name,
                    type,
                    oin,
                    endpoint,
                    sealCertificate,
                    telephone,
                    until,
                    aliases,
                    List.of(),
                    List.of(),
                    null,
                    List.of());
        }
    }
}
