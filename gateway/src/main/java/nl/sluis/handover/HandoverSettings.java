package nl.sluis.handover;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of handovers, under {@code sluis.handover}.
 *
 * @param attempts after how many attempts of contact in vain a case can be given back; at least 1
 * @param term within what time the warm handover is to be confirmed
 */
@ConfigurationProperties("sluis.handover")
public record HandoverSettings(
        @DefaultValue("3") int attempts, @DefaultValue("5d") Duration term) {

    /**
     * @throws IllegalArgumentException when there would be no attempt, or no term
     */
    public HandoverSettings {
        if (attempts < 1) {
            throw new IllegalArgumentException("sluis.handover.attempts is at least 1");
        }
        if (term.isNegative() || term.isZero()) {
            throw new IllegalArgumentException("sluis.handover.term is longer than nothing");
        }
    }
}
