package nl.sluis.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nl.sluis.canonical.OrganisationType;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The directory as configured, under {@code sluis.directory}.
 *
 * @param organisations everyone, this node's own organisation included
 */
@Validated
@ConfigurationProperties("sluis.directory")
public record DirectorySettings(@NotNull @DefaultValue List<@Valid Entry> organisations) {

    /**
     * One organisation.
     *
     * @param id its name in messages, such as {@code de-wilgenhof}
     * @param oin 20 characters; its node's certificate carries it as {@code serialNumber} of the subject
     * @param endpoint base address of its node, {@code https} only
     * @param sealCertificate PEM; messages are sealed to it and its signatures verified by it
     * @param aliases other names by which local systems may address it
     * @param telephone where to call in an emergency, digits with spaces and {@code +}; null when nobody can be called
     * @param until last day on which it may be addressed; null when it has not ended
     */
    public record Entry(
            @NotBlank String id,
            @NotBlank String name,
            @NotNull OrganisationType type,
            @NotNull @Pattern(regexp = "[0-9A-Z]{20}") String oin,
            @NotNull URI endpoint,
            @NotNull Path sealCertificate,

            @Nullable @Pattern(regexp = "\\+?[0-9][0-9 -]{1,23}")
            String telephone,

            @Nullable LocalDate until,
            @NotNull @DefaultValue List<String> aliases) {}
}
