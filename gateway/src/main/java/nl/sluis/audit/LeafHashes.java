package nl.sluis.audit;

import java.util.Arrays;
import java.util.List;

/** The leaf hashes of a whole log in memory, 32 bytes each: for who has its entries and no tree. */
public final class LeafHashes {

    private byte[] hashes = new byte[1024 * MerkleTree.HASH_BYTES];
    private int size;

    /** How many there are. */
    public long size() {
        return size;
    }

    /**
     * Adds one.
     *
     * @throws ArithmeticException beyond 67 million
     */
    public void add(byte[] leafHash) {
        int from = Math.multiplyExact(size, MerkleTree.HASH_BYTES);
        if (from == hashes.length) {
            hashes = Arrays.copyOf(
                    hashes, (int) Math.min(2L * hashes.length, Integer.MAX_VALUE - MerkleTree.HASH_BYTES + 1L));
        }
        System.arraycopy(leafHash, 0, hashes, from, MerkleTree.HASH_BYTES);
        size++;
    }

    /** As {@link AuditTree#inclusion}. */
    public List<byte[]> inclusion(long n, long of) {
        return new MerkleTree(this::hash).inclusion(n - 1, of);
    }

    private byte[] hash(int level, long index) {
        MerkleFrontier subtree = new MerkleFrontier();
        for (long leaf = index << level; leaf < (index + 1) << level; leaf++) {
            int from = Math.toIntExact(leaf * MerkleTree.HASH_BYTES);
            subtree.add(Arrays.copyOfRange(hashes, from, from + MerkleTree.HASH_BYTES));
        }
        return subtree.root();
    }
}
