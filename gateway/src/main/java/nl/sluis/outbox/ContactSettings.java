package nl.sluis.outbox;

import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who sees to what did not arrive, under {@code sluis.contact}. A node works without; what did not arrive then has nobody, and the
 * list of it says so.
 *
 * @param name of a person, for the own organisation's eyes only
 * @param role of that person in the organisation
 * @param email where that person can be reached; shown, never used by the node
 */
@Validated
@ConfigurationProperties("sluis.contact")
public record ContactSettings(
        @DefaultValue("") @Size(max = 200) String name,
        @DefaultValue("") @Size(max = 200) String role,
        @DefaultValue("") @Size(max = 200) String email) {}
