package nl.sluis.transition;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of turning eighteen, under {@code sluis.transition}.
 *
 * @param before how long before the birthday the task comes
 */
@ConfigurationProperties("sluis.transition")
public record TransitionSettings(@DefaultValue("P6M") Period before) {

    /**
     * @throws IllegalArgumentException when the task would come on the birthday or later
     */
    public TransitionSettings {
        if (before.isNegative() || before.isZero()) {
            throw new IllegalArgumentException("sluis.transition.before is a period of at least a day");
        }
    }
}
