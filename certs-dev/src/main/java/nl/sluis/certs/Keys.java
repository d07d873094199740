package nl.sluis.certs;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Makes keys. */
final class Keys {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Keys() {}

    /** For ECDSA or ECDH, on a curve by its name in Java. */
    static KeyPair onCurve(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve), RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime makes no key on " + curve, e);
        }
    }

    /** Of ML-KEM-768 (FIPS 203), by Bouncy Castle: Java 21 has none. */
    static KeyPair mlKem768() {
        try {
            return KeyPairGenerator.getInstance("ML-KEM-768", new BouncyCastleProvider())
                    .generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Bouncy Castle makes no key of ML-KEM-768", e);
        }
    }
}
