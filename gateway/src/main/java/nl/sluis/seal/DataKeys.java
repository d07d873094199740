package nl.sluis.seal;

import java.util.Optional;
import java.util.function.Supplier;

/** Keys that stand in the database, each encrypted with the storage key: what is destroyed with its key is gone everywhere at once. */
public interface DataKeys {

    /**
     * The key of a subject as it is stored, encrypted.
     *
     * @param subject whose key it is, such as {@code household/} and an identity; identifies nobody
     */
    Optional<byte[]> find(String subject);

    /**
     * The key of a subject as it is stored; made when there is none.
     *
     * @param first gives the encrypted key for a subject that has none
     */
    byte[] findOrMake(String subject, Supplier<byte[]> first);

    /** Destroys the key of a subject, in the caller's transaction. What was encrypted with it can never be read again. */
    void destroy(String subject);
}
