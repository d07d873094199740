package nl.sluis.regie;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of regie, under {@code sluis.regie}.
 *
 * @param term within what time somebody who is asked to take regie over answers
 */
@ConfigurationProperties("sluis.regie")
public record RegieSettings(@DefaultValue("5d") Duration term) {

    /**
     * @throws IllegalArgumentException when there would be no time
     */
    public RegieSettings {
        if (term.isNegative() || term.isZero()) {
            throw new IllegalArgumentException("sluis.regie.term is longer than nothing");
        }
    }
}
