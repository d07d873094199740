package nl.sluis.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.X509ExtendedKeyManager;
import nl.sluis.node.HardwareTokenSettings;
import nl.sluis.node.StartCheck;
import org.jspecify.annotations.Nullable;

/**
 * Keys that never leave a token (PKCS#11 2.40, RFC 7512). Its provider stands last in this process, where the platform finds it for
 * the token's keys and for no others.
 */
public final class Token {

    private static final String LABEL = "pkcs11:object=";

    private final @Nullable KeyStore store;

    private Token(@Nullable KeyStore store) {
        this.store = store;
    }

    /** Whether that key is in a token: it does its work there and shows nothing of itself. */
    static boolean holds(PrivateKey key) {
        return key.getEncoded() == null;
    }

    /** No token, which has no keys. */
    public static Token none() {
        return new Token(null);
    }

    /**
     * Checks what the settings name, and opens nothing.
     *
     * @throws IllegalStateException naming the key of the setting
     */
    public static void require(HardwareTokenSettings settings, boolean demo) {
        Path library = settings.library();
        Path pin = settings.pin();
        if (library == null && settings.slot() == null && pin == null) {
            return;
        }
        if (library == null || settings.slot() == null || pin == null) {
            throw new IllegalStateException("sluis.token: library, slot and pin go together");
        }
        if (!library.isAbsolute() || !Files.isReadable(library)) {
            throw new IllegalStateException("sluis.token.library: is no absolute path of a file that can be read");
        }
        StartCheck.requireSecret(pin, "sluis.token.pin", demo);
    }

    /**
     * Opens the token of the settings, when they name one: once, since a token counts wrong PINs.
     *
     * @throws IllegalStateException naming the key of the setting, never the PIN
     */
    public static Token open(HardwareTokenSettings settings, boolean demo) {
        require(settings, demo);
        Path library = settings.library();
        return library == null
                ? none()
                : new Token(opened(
                        provider(library, Objects.requireNonNull(settings.slot())),
                        Objects.requireNonNull(settings.pin())));
    }

    /**
     * The key of that label.
     *
     * @param named as it stands in the setting
     * @param setting its key, for faults
     * @throws IllegalStateException naming the key of the setting
     */
    PrivateKey privateKey(Path named, String setting) {
        String label = named.toString();
        if (store == null || !label.startsWith(LABEL)) {
            throw new IllegalStateException(setting
                    + (store == null
                            ? ": is in a token, and sluis.token.library names none"
                            : ": a key in a token is named pkcs11:object=LABEL"));
        }
        try {
            if (store.getKey(label.substring(LABEL.length()), null) instanceof PrivateKey key) {
                return key;
            }
            throw new IllegalStateException(
                    setting + ": the token has no private key with this label and a certificate");
        } catch (GeneralSecurityException | ProviderException e) {
            throw new IllegalStateException(setting + ": the token does not give this key", e);
        }
    }

    /**
     * Shows this chain in TLS, by a key of the token.
     *
     * @param named as it stands in the setting
     * @param setting its key, for faults
     * @throws IllegalStateException naming the key of the setting, also when it does not belong to the chain
     */
    public X509ExtendedKeyManager keyManager(List<X509Certificate> chain, Path named, String setting) {
        PrivateKey key = privateKey(named, setting);
        if (!belongs(key, chain.getFirst().getPublicKey())) {
            throw new IllegalStateException(setting + ": does not belong to its certificate");
        }
        return new TokenChain(chain, key);
    }

    private static boolean belongs(PrivateKey key, PublicKey certified) {
        String algorithm = certified.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update((byte) 1);
            Signature verifying = Signature.getInstance(algorithm);
            verifying.initVerify(certified);
            verifying.update((byte) 1);
            return verifying.verify(signing.sign());
        } catch (GeneralSecurityException | ProviderException e) {
            return false;
        }
    }

    // Of what is agreed on with a key of the token the value is needed, for the key derivation of RFC 5753
    private static Provider provider(Path library, long slot) {
        String name = "sluis-" + slot + "-" + Integer.toHexString(library.hashCode());
        Provider known = Security.getProvider("SunPKCS11-" + name);
        if (known != null) {
            return known;
        }
        String configuration = "--name=" + name + "\nlibrary=" + library + "\nslot=" + slot
                + "\nattributes(*,CKO_SECRET_KEY,CKK_GENERIC_SECRET)={\nCKA_SENSITIVE=false\nCKA_EXTRACTABLE=true\n}\n";
        Provider platform = Security.getProvider("SunPKCS11");
        if (platform == null) {
            throw new IllegalStateException(
                    "sluis.token.library: this Java has no PKCS#11 (module jdk.crypto.cryptoki)");
        }
        try {
            Provider configured = platform.configure(configuration);
            Security.addProvider(configured);
            return configured;
        } catch (InvalidParameterException | ProviderException | UnsupportedOperationException e) {
            throw new IllegalStateException(
                    "sluis.token: the library cannot be used, or has no such slot (library, slot)", e);
        }
    }

    private static KeyStore opened(Provider provider, Path file) {
        KeyStore store;
        try {
            store = KeyStore.getInstance("PKCS11", provider);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sluis.token.slot: there is no token in this slot", e);
        }
        char[] pin = pin(file);
        try {
            store.load(null, pin);
            return store;
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            throw new IllegalStateException("sluis.token.pin: the token does not open with it", e);
        } finally {
            Arrays.fill(pin, ' ');
        }
    }

    private static char[] pin(Path file) {
        try {
            return Files.readString(file).strip().toCharArray();
        } catch (IOException e) {
            throw new IllegalStateException("sluis.token.pin: this file cannot be read", e);
        }
    }
}
