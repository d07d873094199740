package nl.sluis.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 9162, 2.1 (the hashing of RFC 6962), over SHA-256: roots and proofs from the hashes of whole subtrees. Each
 * asks for a number of them that grows with the logarithm of the size.
 */
public final class MerkleTree {

    /** Bytes of a hash. */
    public static final int HASH_BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final Subtrees subtrees;

    MerkleTree(Subtrees subtrees) {
        this.subtrees = subtrees;
    }

    /** Where the hashes of whole subtrees are kept. */
    @FunctionalInterface
    interface Subtrees {

        /**
         * The root of a whole subtree.
         *
         * @param level it has 2^level leaves
         * @param index how many such subtrees stand before it
         */
        byte[] hash(int level, long index);
    }

    /** The hash of a leaf with that content. */
    public static byte[] leaf(byte[] content) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return digest.digest(content);
    }

    static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    static byte[] empty() {
        return sha256().digest("".getBytes(StandardCharsets.UTF_8));
    }

    /** The root over the first leaves. */
    byte[] root(long size) {
        return size == 0 ? empty() : range(0, size);
    }

    /**
     * The way from a leaf to the root (RFC 9162, 2.1.3.1), nearest first.
     *
     * @param index of the leaf, from 0
     * @throws IllegalArgumentException when there is no such leaf in a tree of that size
     */
    List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no such leaf");
        }
        List<byte[]> path = new ArrayList<>();
        inclusion(index, 0, size, path);
        return path;
    }

    /**
     * What shows that the tree of an earlier size is the beginning of that of a later one (RFC 9162, 2.1.4.1).
     *
     * @throws IllegalArgumentException when the earlier size is below 1 or the later one smaller
     */
    List<byte[]> consistency(long earlier, long later) {
        if (earlier < 1 || earlier > later) {
            throw new IllegalArgumentException("no such pair of sizes");
        }
        List<byte[]> path = new ArrayList<>();
        if (earlier < later) {
            subproof(earlier, 0, later, true, path);
        }
        return path;
    }

    private void inclusion(long index, long begin, long end, List<byte[]> path) {
        if (end - begin == 1) {
            return;
        }
        long middle = begin + split(end - begin);
        if (index < middle) {
            inclusion(index, begin, middle, path);
            path.add(range(middle, end));
        } else {
            inclusion(index, middle, end, path);
            path.add(range(begin, middle));
        }
    }

    private void subproof(long earlier, long begin, long end, boolean known, List<byte[]> path) {
        if (earlier == end) {
            if (!known) {
                path.add(range(begin, end));
            }
            return;
        }
        long middle = begin + split(end - begin);
        if (earlier <= middle) {
            subproof(earlier, begin, middle, known, path);
            path.add(range(middle, end));
        } else {
            subproof(earlier, middle, end, false, path);
            path.add(range(begin, middle));
        }
    }

    private byte[] range(long begin, long end) {
        long length = end - begin;
        if (Long.bitCount(length) == 1) {
            int level = Long.numberOfTrailingZeros(length);
            return subtrees.hash(level, begin >> level);
        }
        long middle = begin + split(length);
        return node(range(begin, middle), range(middle, end));
    }

    /** The largest power of two below a length of two and more. */
    private static long split(long length) {
        return Long.highestOneBit(length - 1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
