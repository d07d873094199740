package nl.sluis.audit;

import java.security.MessageDigest;

/** A walk along the entries: each must follow from the one before it. */
public final class Chain {

    private long n;
    private byte[] hash;

    /** From before the first entry. */
    public Chain() {
        this(0, new byte[MerkleTree.HASH_BYTES]);
    }

    Chain(long n, byte[] hash) {
        this.n = n;
        this.hash = hash;
    }

    /** Takes the next entry, when it is the one that was written here. */
    public boolean accepts(AuditEntry entry) {
        if (entry.n() != n + 1 || !entry.follows(hash)) {
            return false;
        }
        n = entry.n();
        hash = entry.hash();
        return true;
    }

    /** The last that was taken; 0 before the first. */
    public long last() {
        return n;
    }

    byte[] hash() {
        return hash;
    }

    boolean endsIn(long tip, byte[] tipHash) {
        return tip == n && MessageDigest.isEqual(tipHash, hash);
    }
}
