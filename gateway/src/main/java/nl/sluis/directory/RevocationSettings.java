package nl.sluis.directory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which certificates were taken back, under {@code sluis.revocation}. Addresses come from here only and never from a certificate,
 * so that nobody outside can have this node ask anything of anybody.
 *
 * @param lists revocation lists (RFC 5280, 5) in PEM or DER: files, or {@code http} and {@code https} addresses; empty when
 *     nothing is checked, which health says
 * @param hard whether a certificate of which it cannot be told counts as taken back: no list of its issuer, or one whose day of
 *     renewal has passed. When not, it counts, and health, metric and log say so
 * @param lookAgain how often the lists are read
 */
@Validated
@ConfigurationProperties("sluis.revocation")
public record RevocationSettings(
        @NotNull @DefaultValue List<@NotBlank String> lists,
        @DefaultValue("false") boolean hard,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("5m")
        Duration lookAgain) {

    /** Read by Spring from a configuration. */
    public RevocationSettings {
        lists = List.copyOf(lists);
    }

    /** Nothing is checked. */
    public static RevocationSettings none() {
        return new RevocationSettings(List.of(), false, Duration.ofMinutes(5));
    }
}
