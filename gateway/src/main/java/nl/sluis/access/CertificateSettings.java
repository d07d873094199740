package nl.sluis.access;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When somebody is told that a certificate of the own organisation runs out, under {@code sluis.certificates}.
 *
 * @param notice how long before: 1 to 365 days
 */
@Validated
@ConfigurationProperties("sluis.certificates")
public record CertificateSettings(
        @NotNull @DefaultValue("30d") @DurationMin(days = 1) @DurationMax(days = 365)
        Duration notice) {}
