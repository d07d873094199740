package nl.sluis.submit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What receivers cannot do without, under {@code sluis.receivers[i]}; docs/partners/receivers.md.
 *
 * @param receivers one for each profile of a receiver; empty by default
 */
@Validated
@ConfigurationProperties("sluis")
public record ReceiverSettings(@NotNull @DefaultValue List<@Valid Receiver> receivers) {

    /** As it was given. */
    public ReceiverSettings {
        receivers = List.copyOf(receivers);
    }

    /**
     * One receiver; it may stand in the list with several profiles.
     *
     * @param organisation its id in the directory
     * @param profile a file that ends in {@code .yaml}, or the name of a profile that comes with Sluis
     */
    public record Receiver(
            @NotBlank String organisation, @NotBlank String profile) {}
}
