package nl.sluis.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
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
 * @param responders whom to ask about single certificates (OCSP, RFC 6960), beside the lists
 * @param hard whether a certificate of which it cannot be told counts as taken back: no answer, and no list of its issuer or one
 *     whose day of renewal has passed. When not, it counts, and health, metric and log say so
 * @param lookAgain how often the lists are read, and how long the answer of a responder serves before it is asked for again
 */
@Validated
@ConfigurationProperties("sluis.revocation")
public record RevocationSettings(
        @NotNull @DefaultValue List<@NotBlank String> lists,
        @NotNull @DefaultValue List<@Valid Responder> responders,
        @DefaultValue("false") boolean hard,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("5m")
        Duration lookAgain) {

    /**
     * Who answers for one authority.
     *
     * @param address {@code http} or {@code https}; answers are signed, so that either will do
     * @param issuer file with the certificate of the authority, which signs the answers or the certificate of who does
     */
    public record Responder(@NotNull URI address, @NotNull Path issuer) {

        /** Read by Spring from a configuration. */
        public Responder {
            String scheme = address.getScheme();
            if (address.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
                throw new IllegalArgumentException("is no http or https address with a host");
            }
        }
    }

    /** Read by Spring from a configuration. */
    public RevocationSettings {
        lists = List.copyOf(lists);
        responders = List.copyOf(responders);
    }

    /** Whether anything is checked. */
    boolean checks() {
        return !lists.isEmpty() || !responders.isEmpty();
    }

    /** Nothing is checked. */
    public static RevocationSettings none() {
        return new RevocationSettings(List.of(), List.of(), false, Duration.ofMinutes(5));
    }
}
