package nl.sluis.seal;

/** Why a mail is not opened. No more is said of one that cannot be decrypted: an answer that tells how it failed helps who guesses. */
public enum SmimeRefusal {
    /** Not encrypted as a whole. */
    NOT_ENCRYPTED,
    /** For another key, altered, or malformed. */
    CANNOT_BE_OPENED,
    /** Encrypted or signed by an algorithm or with a key that is too weak. */
    WEAK_ALGORITHM,
    /** No signature stands on all of what was encrypted. */
    NOT_SIGNED,
    /** Signed with a certificate that is not agreed, that names another address, or that is not valid now. */
    WRONG_SIGNER,
    /** Signed at no time that is said, or at one that is long ago or to come. */
    WRONG_TIME,
    /** The signature does not belong to what it stands on. */
    SIGNATURE_BROKEN
}
