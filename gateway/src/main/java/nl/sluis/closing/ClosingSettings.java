package nl.sluis.closing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of closing, under {@code sluis.closing}.
 *
 * @param role that decides as the second person; 1 to 60 of A-Z a-z 0-9 _ -
 * @param term within what time
 */
@ConfigurationProperties("sluis.closing")
public record ClosingSettings(
        @DefaultValue("teamleider") String role,
        @DefaultValue("5d") Duration term) {

    /**
     * @throws IllegalArgumentException when there would be no role, or no term
     */
    public ClosingSettings {
        if (!role.matches("[A-Za-z0-9_-]{1,60}")) {
            throw new IllegalArgumentException("sluis.closing.role is 1 to 60 of A-Z a-z 0-9 _ -");
        }
        if (term.isNegative() || term.isZero()) {
            throw new IllegalArgumentException("sluis.closing.term is longer than nothing");
        }
    }
}
