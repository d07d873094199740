package nl.sluis.node;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * A hardware token by PKCS#11, under {@code sluis.token}: its keys stand in the settings as {@code pkcs11:object=LABEL} in the place
 * of a file.
 *
 * @param library of the token's maker, an absolute path; null without a token
 * @param slot number of the slot, as the maker's tools list it
 * @param pin file with the PIN and nothing else
 */
@ConfigurationProperties("sluis.token")
public record HardwareTokenSettings(
        @Nullable Path library,
        @Nullable Long slot,
        @Nullable Path pin) {

    /** There is none. */
    public static HardwareTokenSettings none() {
        return new HardwareTokenSettings(null, null, null);
    }

    /** Whether a setting names a key in a token and not a file (RFC 7512). */
    public static boolean names(Path key) {
        return key.toString().startsWith("pkcs11:");
    }
}
