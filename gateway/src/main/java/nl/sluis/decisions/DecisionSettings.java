package nl.sluis.decisions;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
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
        @NotNull @DurationUnit(ChronoUnit.DAYS) @DurationMin(days = 1) @DefaultValue("90d")
        Duration keepLinks,

        @NotNull @DurationUnit(ChronoUnit.DAYS) @DurationMin(days = 1) @DefaultValue("730d")
        Duration keepFacts) {}
