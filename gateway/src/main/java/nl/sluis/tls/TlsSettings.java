package nl.sluis.tls;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How strong TLS is, under {@code sluis.tls}: of the node's port, and of its calls to partners.
 *
 * @param level what is offered and taken; nothing below it
 * @param provider who does it, and with that whether key exchange is hybrid today
 */
@Validated
@ConfigurationProperties("sluis.tls")
public record TlsSettings(
        @NotNull @DefaultValue("good") TlsLevel level,
        @NotNull @DefaultValue("jdk") TlsProvider provider) {}
