package nl.sluis.decisions;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long decisions are kept, under {@code sluis.decisions}.
 *
 * @param keepLinks how long it is known which message a decision was about
 * @param keepFacts how long its facts codes stay, which belong to nobody by then
 */
@Validated
@ConfigurationProperties("sluis.decisions")
public record DecisionSettings(
        @NotNull @DefaultValue("90d") Duration keepLinks,
        @NotNull @DefaultValue("730d") Duration keepFacts) {}
