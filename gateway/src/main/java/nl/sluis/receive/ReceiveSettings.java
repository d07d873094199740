package nl.sluis.receive;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of what comes in, under {@code sluis.receive}.
 *
 * @param unopenedPerPartner most bytes of envelopes of one partner that wait here unopened; above it nothing more is taken of that
 *     partner until some of them are done with. An envelope that is done with leaves no bytes
 */
@Validated
@ConfigurationProperties("sluis.receive")
record ReceiveSettings(@NotNull @DefaultValue("500MB") DataSize unopenedPerPartner) {}
