package nl.sluis.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** A tree that grows leaf by leaf and keeps no more than its right edge: for who reads a whole log once. */
public final class MerkleFrontier {

    /** Roots of the whole subtrees that it consists of, the smallest and last first. */
    private final Deque<byte[]> edge = new ArrayDeque<>();

    private long size;

    /** How many leaves it has. */
    public long size() {
        return size;
    }

    /** Adds a leaf by its hash. */
    public void add(byte[] leafHash) {
        byte[] hash = leafHash;
        for (long whole = size; (whole & 1) == 1; whole >>= 1) {
            hash = MerkleTree.node(edge.pop(), hash);
        }
        edge.push(hash);
        size++;
    }

    /** The root over all leaves so far. */
    public byte[] root() {
        Iterator<byte[]> subtrees = edge.iterator();
        if (!subtrees.hasNext()) {
            return MerkleTree.empty();
        }
        byte[] root = subtrees.next();
        while (subtrees.hasNext()) {
            root = MerkleTree.node(subtrees.next(), root);
        }
        return root;
    }
}
