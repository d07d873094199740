package nl.sluis.submit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Formats of own systems that need no program, under {@code sluis.partners[i]}.
 *
 * @param partners one for each mapping profile; empty by default
 */
@Validated
@ConfigurationProperties("sluis")
public record PartnerSettings(@NotNull @DefaultValue List<@Valid Mapped> partners) {

    /** As it was given. */
    public PartnerSettings {
        partners = List.copyOf(partners);
    }

    /**
     * A system that writes CSV.
     *
     * @param mapping the mapping profile (docs/adding-a-partner.md); read when the node starts
     */
    public record Mapped(@NotNull Path mapping) {}
}
