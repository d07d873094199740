package nl.sluis.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.node.NodeSettings;

/**
 * Encryption of content in this node's own database: AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D). What is bound
 * to its place by {@code label} cannot be moved to another row.
 */
public final class AtRest {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String HMAC = "HmacSHA256";
    private static final byte[] FINGERPRINT_KEY = "sluis/fingerprint/1".getBytes(StandardCharsets.UTF_8);

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /** Uses a 256-bit AES key. */
    public AtRest(SecretKey key) {
        this.key = key;
    }

    /**
     * With the storage key of a node.
     *
     * @throws IllegalStateException naming the setting whose file cannot be used, never its content
     */
    public static AtRest of(NodeSettings.Keys keys) {
        return new AtRest(SealKeys.storageKey(keys.storageKey()));
    }

    /**
     * Encrypts.
     *
     * @param label where it stands, such as {@code message/} and its id; needed again to decrypt
     */
    public byte[] encrypt(String label, byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, label).doFinal(content);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    /**
     * Decrypts.
     *
     * @throws IllegalStateException when it was altered, moved, or encrypted with another key
     */
    public byte[] decrypt(String label, byte[] stored) {
        try {
            byte[] nonce = Arrays.copyOf(stored, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce, label).doFinal(stored, NONCE_BYTES, stored.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("stored content was altered, or the storage key is another", e);
        }
    }

    /**
     * A keyed fingerprint (HMAC-SHA-256), to find a value again without storing it: equal values have equal fingerprints, and
     * without the storage key nothing follows from one.
     *
     * @param label what sort of value it is; the same value under two labels has two fingerprints
     */
    public byte[] fingerprint(String label, byte[] value) {
        byte[] name = label.getBytes(StandardCharsets.UTF_8);
        byte[] labelled = ByteBuffer.allocate(Integer.BYTES + name.length + value.length)
                .putInt(name.length)
                .put(name)
                .put(value)
                .array();
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            // A key of its own: the one that encrypts is used for nothing else.
            mac.init(new SecretKeySpec(mac.doFinal(FINGERPRINT_KEY), HMAC));
            return mac.doFinal(labelled);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String label) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
