package nl.sluis.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.node.NodeSettings;
import org.jspecify.annotations.Nullable;

/**
 * Encryption of content in this node's own database (docs/operations/storage-key.md). What is bound to its place by {@code label} cannot
 * be moved to another row. What can be erased as a whole has a key of its own ({@link #of}).
 */
public final class AtRest {

    private static final String HMAC = "HmacSHA256";
    private static final byte[] FINGERPRINT_KEY = "sluis/fingerprint/1".getBytes(StandardCharsets.UTF_8);
    private static final String FINGERPRINTS = "fingerprints";
    private static final int DATA_KEY_BYTES = 32;

    private final StorageKeys keys;
    private final DataKeys dataKeys;
    private final SecureRandom random = new SecureRandom();

    AtRest(StorageKeys keys, DataKeys dataKeys) {
        this.keys = keys;
        this.dataKeys = dataKeys;
    }

    /**
     * Uses these storage keys, AES of 256 bits.
     *
     * @param earlier read and encrypt nothing any more; the oldest last
     * @param next read, and encrypt nothing yet
     */
    public AtRest(SecretKey key, List<SecretKey> earlier, List<SecretKey> next, DataKeys dataKeys) {
        this(new StorageKeys(key, earlier, next), dataKeys);
    }

    /**
     * With the storage keys of a node.
     *
     * @throws IllegalStateException naming the setting whose file cannot be used, never its content
     */
    public static AtRest of(NodeSettings.Keys keys, DataKeys dataKeys) {
        return new AtRest(SealKeys.storageKeys(keys), dataKeys);
    }

    /**
     * Encrypts.
     *
     * @param label where it stands, such as {@code message/} and its id; needed again to decrypt
     */
    public byte[] encrypt(String label, byte[] content) {
        return keys.encrypt(label, content);
    }

    /**
     * Decrypts.
     *
     * @throws IllegalStateException when it was altered, moved, or encrypted with another key
     */
    public byte[] decrypt(String label, byte[] stored) {
        return keys.decrypt(label, stored);
    }

    /** Encryption of what belongs to one subject, with the subject's own key. */
    public Subject of(String subject) {
        return new Subject(subject);
    }

    /** What belongs to one subject. */
    public final class Subject {

        private final String name;

        private Subject(String name) {
            this.name = name;
        }

        /** As {@link AtRest#encrypt}; the subject gets its key with the first that is encrypted. */
        public byte[] encrypt(String label, byte[] content) {
            return unlocked().encrypt(label, content);
        }

        /** With its key, which is read once for much that is encrypted; made when it has none. */
        public Unlocked unlocked() {
            return unlockedWith(dataKeys.findOrMake(name, () -> {
                byte[] fresh = new byte[DATA_KEY_BYTES];
                random.nextBytes(fresh);
                return keys.encrypt(label(), fresh);
            }));
        }

        /**
         * With its key, for who read the key in a question of its own.
         *
         * @param wrapped its key as it is stored; null when it had none, for what was written before
         */
        public Unlocked unlockedWith(byte @Nullable [] wrapped) {
            return new Unlocked(wrapped == null ? keys : opened(wrapped));
        }

        /** As {@link AtRest#decrypt}; reads what was written before the subject had a key, and nothing when its key was destroyed. */
        public byte[] decrypt(String label, byte[] stored) {
            return dataKeys.find(name).map(this::opened).orElse(keys).decrypt(label, stored);
        }

        /** Destroys the key, in the caller's transaction: what was encrypted with it can never be read again. */
        public void destroy() {
            dataKeys.destroy(name);
        }

        private StorageKeys opened(byte[] wrapped) {
            return keys.under(new SecretKeySpec(keys.decrypt(label(), wrapped), "AES"));
        }

        private String label() {
            return dataKeyLabel(name);
        }
    }

    /** What belongs to one subject, with the subject's key at hand. Not kept longer than the work at hand. */
    public static final class Unlocked {

        private final StorageKeys own;

        private Unlocked(StorageKeys own) {
            this.own = own;
        }

        /** As {@link Subject#encrypt}. */
        public byte[] encrypt(String label, byte[] content) {
            return own.encrypt(label, content);
        }

        /** As {@link Subject#decrypt}. */
        public byte[] decrypt(String label, byte[] stored) {
            return own.decrypt(label, stored);
        }
    }

    /**
     * A keyed fingerprint (HMAC-SHA-256), to find a value again without storing it: equal values have equal fingerprints, and
     * without the storage key nothing follows from one. It stays the same when the storage key changes.
     *
     * @param label what sort of value it is; the same value under two labels has two fingerprints
     */
    public byte[] fingerprint(String label, byte[] value) {
        return fingerprints().of(label, value);
    }

    /**
     * A keyed fingerprint of an identity, in hexadecimal: that this node says something of it, which nobody says in its place without its keys.
     *
     * @param label what is said
     */
    public String mark(String label, String identity) {
        return HexFormat.of().formatHex(fingerprint(label, identity.getBytes(StandardCharsets.UTF_8)));
    }

    /** Makes many fingerprints; what they are made with is read once. */
    public Fingerprints fingerprints() {
        byte[] own = dataKeys.find(FINGERPRINTS)
                .map(wrapped -> keys.decrypt(dataKeyLabel(FINGERPRINTS), wrapped))
                .orElseGet(this::ofTheFirstStorageKey);
        return (label, value) -> fingerprint(own, label, value);
    }

    /** Makes fingerprints. */
    @FunctionalInterface
    public interface Fingerprints {

        /** As {@link AtRest#fingerprint}. */
        byte[] of(String label, byte[] value);
    }

    private static byte[] fingerprint(byte[] key, String label, byte[] value) {
        byte[] name = label.getBytes(StandardCharsets.UTF_8);
        byte[] labelled = ByteBuffer.allocate(Integer.BYTES + name.length + value.length)
                .putInt(name.length)
                .put(name)
                .put(value)
                .array();
        return hmac(key, labelled);
    }

    /** Keeps what fingerprints are made with, before the storage key that it was derived from goes. */
    public void keepFingerprints() {
        dataKeys.findOrMake(FINGERPRINTS, () -> keys.encrypt(dataKeyLabel(FINGERPRINTS), ofTheFirstStorageKey()));
    }

    private byte[] ofTheFirstStorageKey() {
        return hmac(keys.oldest().getEncoded(), FINGERPRINT_KEY);
    }

    /** With what everything begins that a storage key encrypted, whichever. */
    public List<byte[]> heads() {
        return keys.heads();
    }

    /** With what everything begins that an earlier storage key encrypted; empty when there is none. */
    public List<byte[]> earlierHeads() {
        return keys.earlierHeads();
    }

    /** The identity of the present storage key, in hexadecimal: not secret, for people who compare. */
    public String keyIdentity() {
        return keys.identity();
    }

    /** The label under which the key of a subject is encrypted. */
    private static String dataKeyLabel(String subject) {
        return "data-key/" + subject;
    }

    private static byte[] hmac(byte[] key, byte[] value) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }
}
