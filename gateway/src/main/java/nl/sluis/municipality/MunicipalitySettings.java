package nl.sluis.municipality;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the municipality, under {@code sluis.municipality}.
 *
 * @param profile a file that ends in {@code .yaml}, or the name of a profile that comes with Sluis; empty for none
 */
@ConfigurationProperties("sluis.municipality")
public record MunicipalitySettings(@DefaultValue("") String profile) {}
