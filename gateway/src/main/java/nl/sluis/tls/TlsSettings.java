package nl.sluis.tls;

import jakarta.validation.constraints.NotNull;
import nl.sluis.node.HardwareTokenSettings;
import nl.sluis.node.NodeSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How strong TLS is, under {@code sluis.tls}: of the node's port, and of its calls to partners.
 *
 * @param level what is offered and taken; nothing below it
 * @param provider who does it, and with that whether key exchange is hybrid today
 * @param staple whether the port shows, with its own certificate, what its authority's responder says of it (RFC 6066, 8). The
 *     platform asks the address that the certificate names, whose file must have its issuer behind it; for all nodes of one process
 */
@Validated
@ConfigurationProperties("sluis.tls")
public record TlsSettings(
        @NotNull @DefaultValue("good") TlsLevel level,
        @NotNull @DefaultValue("jdk") TlsProvider provider,
        @DefaultValue("false") boolean staple) {

    /**
     * Checks that the provider can use the node's own key.
     *
     * @throws IllegalStateException naming the setting, when the key is in a hardware token, of which the provider knows none, or
     *     when it is to staple, which it does not do
     */
    public void require(NodeSettings.Tls own) {
        if (provider == TlsProvider.BOUNCY_CASTLE && HardwareTokenSettings.names(own.privateKey())) {
            throw new IllegalStateException("sluis.tls.provider: bouncy-castle takes no key in a token");
        }
        if (provider == TlsProvider.BOUNCY_CASTLE && staple) {
            throw new IllegalStateException("sluis.tls.staple: bouncy-castle staples nothing");
        }
    }
}
