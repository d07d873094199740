package nl.sluis.submit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Formats of own systems that need no program, and other ways than HTTPS by which own systems reach this node, under
 * {@code sluis.partners[i]}.
 *
 * @param partners one for each; empty by default
 */
@Validated
@ConfigurationProperties("sluis")
public record PartnerSettings(@NotNull @DefaultValue List<@Valid Partner> partners) {

    /** As it was given. */
    public PartnerSettings {
        partners = List.copyOf(partners);
    }

    /** Where the settings of one stand, for faults. */
    public static String key(int i) {
        return "sluis.partners[" + i + "]";
    }

    /**
     * One own system.
     *
     * @param mapping the mapping profile of a system that writes CSV (docs/adding-a-partner.md), read when the node starts; null when
     *     it writes one of the formats that the program knows
     * @param channel how its documents come here besides over HTTPS (docs/operations/channels.md); null when they do not
     */
    public record Partner(
            @Nullable Path mapping, @Nullable @Valid PartnerChannel channel) {}
}
