package nl.sluis.audit;

import java.security.MessageDigest;
import java.util.List;

/** Checks proofs as somebody does who has nothing but roots (RFC 9162, 2.1.3.2 and 2.1.4.2). Nothing that is given makes it throw. */
public final class MerkleProof {

    private MerkleProof() {}

    /**
     * Whether a leaf stands at its place under a root.
     *
     * @param index from 0
     */
    public static boolean includes(byte[] leafHash, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size || badLength(leafHash) || path.stream().anyMatch(MerkleProof::badLength)) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = MerkleTree.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = MerkleTree.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }

    /** Whether the tree under the earlier root is the beginning of the one under the later root; the empty tree is of each. */
    public static boolean consistent(
            long earlier, byte[] earlierRoot, long later, byte[] laterRoot, List<byte[]> path) {
        if (earlier < 0 || earlier > later || path.stream().anyMatch(MerkleProof::badLength)) {
            return false;
        }
        if (earlier == 0) {
            return path.isEmpty() && MessageDigest.isEqual(earlierRoot, MerkleTree.empty());
        }
        if (earlier == later) {
            return path.isEmpty() && MessageDigest.isEqual(earlierRoot, laterRoot);
        }
        return !path.isEmpty() && new Walk(earlier, later).from(earlierRoot, path, laterRoot);
    }

    private static boolean badLength(byte[] hash) {
        return hash.length != MerkleTree.HASH_BYTES;
    }

    /** Up from the last node of the earlier tree in both trees at once. */
    private static final class Walk {
        private final boolean whole;
        private long node;
        private long last;

        Walk(long earlier, long later) {
            whole = Long.bitCount(earlier) == 1;
            node = earlier - 1;
            last = later - 1;
            while ((node & 1) == 1) {
                up();
            }
        }

        boolean from(byte[] earlierRoot, List<byte[]> path, byte[] laterRoot) {
            // A whole earlier tree is its own first node, which the path then leaves out
            byte[] first = whole ? earlierRoot : path.getFirst();
            byte[] earlierHash = first;
            byte[] laterHash = first;
            for (byte[] sibling : whole ? path : path.subList(1, path.size())) {
                if (last == 0) {
                    return false;
                }
                if ((node & 1) == 1 || node == last) {
                    earlierHash = MerkleTree.node(sibling, earlierHash);
                    laterHash = MerkleTree.node(sibling, laterHash);
                    while ((node & 1) == 0 && node != 0) {
                        up();
                    }
                } else {
                    laterHash = MerkleTree.node(laterHash, sibling);
                }
                up();
            }
            return last == 0
                    && MessageDigest.isEqual(earlierHash, earlierRoot)
                    && MessageDigest.isEqual(laterHash, laterRoot);
        }

        private void up() {
            node >>= 1;
            last >>= 1;
        }
    }
}
