package nl.sluis.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * What encrypts, and what may still have encrypted what is read: AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D). What is
 * stored begins with {@link #MARK} and the identity of its key; what was stored before there were identities has neither, and is tried
 * with every key.
 */
final class StorageKeys {

    private static final byte[] MARK = "SLK1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] IDENTITY = "sluis/storage-key-identity/1".getBytes(StandardCharsets.US_ASCII);
    private static final int IDENTITY_BYTES = 8;
    private static final int HEAD_BYTES = MARK.length + IDENTITY_BYTES;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Key current;
    private final List<Key> earlier;
    private final List<Key> all;
    private final SecureRandom random = new SecureRandom();

    /** @param head what everything begins with that this key encrypted */
    private record Key(byte[] head, SecretKey key) {
        static Key of(SecretKey key) {
            byte[] hash = Sha256.of(ByteBuffer.allocate(IDENTITY.length + key.getEncoded().length)
                    .put(IDENTITY)
                    .put(key.getEncoded())
                    .array());
            byte[] head = Arrays.copyOf(MARK, HEAD_BYTES);
            System.arraycopy(hash, 0, head, MARK.length, IDENTITY_BYTES);
            return new Key(head, key);
        }
    }

    /**
     * Keys of 256 bits.
     *
     * @param earlier have encrypted before the present one; the oldest last
     * @param next will encrypt after it; what another process has encrypted with one already is read
     */
    StorageKeys(SecretKey current, List<SecretKey> earlier, List<SecretKey> next) {
        this.current = Key.of(current);
        this.earlier = earlier.stream().map(Key::of).toList();
        this.all = Stream.of(
                        Stream.of(this.current),
                        this.earlier.stream(),
                        next.stream().map(Key::of))
                .flatMap(keys -> keys)
                .toList();
    }

    private StorageKeys(Key current, List<Key> earlier) {
        this.current = current;
        this.earlier = earlier;
        List<Key> both = new ArrayList<>(earlier.size() + 1);
        both.add(current);
        both.addAll(earlier);
        this.all = List.copyOf(both);
    }

    /** This key encrypts, and what these have encrypted is read as well. Many times for one message: the identities of these are known. */
    StorageKeys under(SecretKey key) {
        return new StorageKeys(Key.of(key), all);
    }

    SecretKey oldest() {
        return earlier.isEmpty() ? current.key() : earlier.getLast().key();
    }

    /** With what everything begins that a key encrypted which nothing should be encrypted with any more. */
    List<byte[]> earlierHeads() {
        return earlier.stream().map(key -> key.head().clone()).toList();
    }

    /** With what everything begins that a key encrypted, whichever. */
    List<byte[]> heads() {
        return all.stream().map(key -> key.head().clone()).toList();
    }

    /** The identity of the present key, in hexadecimal: for people who compare. */
    String identity() {
        return HexFormat.of().formatHex(current.head(), MARK.length, HEAD_BYTES);
    }

    byte[] encrypt(String label, byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, current, nonce, label).doFinal(content);
            return ByteBuffer.allocate(HEAD_BYTES + NONCE_BYTES + sealed.length)
                    .put(current.head())
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    /** @throws IllegalStateException when it was altered, moved, or encrypted with a key that is not here */
    byte[] decrypt(String label, byte[] stored) {
        for (Key key : all) {
            if (startsWith(stored, key.head())) {
                return open(key, label, stored, HEAD_BYTES);
            }
        }
        IllegalStateException last = unreadable(null);
        for (Key key : all) {
            try {
                return open(key, label, stored, 0);
            } catch (IllegalStateException e) {
                last = e;
            }
        }
        throw last;
    }

    private static byte[] open(Key key, String label, byte[] stored, int from) {
        try {
            byte[] nonce = Arrays.copyOfRange(stored, from, from + NONCE_BYTES);
            int content = from + NONCE_BYTES;
            return cipher(Cipher.DECRYPT_MODE, key, nonce, label).doFinal(stored, content, stored.length - content);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    private static IllegalStateException unreadable(@Nullable Exception cause) {
        return new IllegalStateException("stored content was altered, or the storage key is another", cause);
    }

    private static boolean startsWith(byte[] stored, byte[] head) {
        return stored.length >= head.length && MessageDigest.isEqual(Arrays.copyOf(stored, head.length), head);
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce, String label) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
