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

    static AtRest atRest(JdbcClient jdbc, SecretKey key, SecretKey... others) {
        return new AtRest(key, List.of(others), new DataKeyTable(jdbc));
    }
}
