package nl.sluis.storage;

import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.seal.AtRest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Encryption at rest with data keys in a database, as another process of the node would have it: nothing is remembered. */
public final class TestDataKeys {

    private TestDataKeys() {}

    /** With a storage key of nobody. */
    public static AtRest atRest(JdbcClient jdbc) {
        return atRest(jdbc, new SecretKeySpec(new byte[32], "AES"));
    }

    static AtRest atRest(JdbcClient jdbc, SecretKey key, SecretKey... earlier) {
        return new AtRest(key, List.of(earlier), List.of(), new DataKeyTable(jdbc));
    }

    /** Of a process that is told of the next key, and encrypts with the present one still. */
    static AtRest awaiting(JdbcClient jdbc, SecretKey key, SecretKey next) {
        return new AtRest(key, List.of(), List.of(next), new DataKeyTable(jdbc));
    }
}
