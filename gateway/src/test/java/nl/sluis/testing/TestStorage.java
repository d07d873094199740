package nl.sluis.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.seal.AtRest;
import nl.sluis.seal.DataKeys;

/** Encryption at rest without a database. */
public final class TestStorage implements DataKeys {

    private final Map<String, byte[]> keys = new ConcurrentHashMap<>();

    /** With a key of nobody, and data keys in memory. */
    public static AtRest atRest() {
        return atRest(new SecretKeySpec(new byte[32], "AES"));
    }

    /** With this storage key, and data keys in memory. */
    public static AtRest atRest(SecretKey key) {
        return new AtRest(key, List.of(), List.of(), new TestStorage());
    }

    @Override
    public Optional<byte[]> find(String subject) {
        return Optional.ofNullable(keys.get(subject));
    }

    @Override
    public byte[] findOrMake(String subject, Supplier<byte[]> first) {
        return keys.computeIfAbsent(subject, none -> first.get());
    }

    @Override
    public void destroy(String subject) {
        keys.remove(subject);
    }
}
