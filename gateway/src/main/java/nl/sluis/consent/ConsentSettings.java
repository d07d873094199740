package nl.sluis.consent;

import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the consent register, under {@code sluis.consent}.
 *
 * @param ownIdentifiers numbers by which partners' documents name this organisation as custodian, such as its URA; its name and
 *     its OIN count without being listed
 * @param keepers organisations with which it was agreed that consents that they record count here as a permit, where they name
 *     this organisation as discloser; a refusal or a withdrawal counts whoever recorded it
 */
@Validated
@ConfigurationProperties("sluis.consent")
public record ConsentSettings(
        @NotNull @DefaultValue Set<String> ownIdentifiers,
        @NotNull @DefaultValue Set<String> keepers) {

    public ConsentSettings {
        ownIdentifiers = Set.copyOf(ownIdentifiers);
        keepers = Set.copyOf(keepers);
    }
}
