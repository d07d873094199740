package nl.sluis.policy.rules;

import java.nio.LongBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A set of points: for each fact the allowed values, one bit a value. A rule is a box, and so is an invariant. */
final class Box {

    private final long[] masks;

    Box(long[] masks) {
        this.masks = masks;
    }

    long mask(int fact) {
        return masks[fact];
    }

    int size() {
        return masks.length;
    }

    boolean contains(int fact, int value) {
        return (masks[fact] & (1L << value)) != 0;
    }

    Box with(int fact, long mask) {
        long[] copy = masks.clone();
        copy[fact] = mask;
        return new Box(copy);
    }

    Box intersect(Box other) {
        long[] both = new long[masks.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = masks[i] & other.masks[i];
        }
        return new Box(both);
    }

    boolean intersects(Box other) {
        for (int i = 0; i < masks.length; i++) {
            if ((masks[i] & other.masks[i]) == 0) {
                return false;
            }
        }
        return true;
    }

    boolean isEmpty() {
        return Arrays.stream(masks).anyMatch(mask -> mask == 0);
    }

    /** Equal to the key of a box with the same points. */
    Object key() {
        return LongBuffer.wrap(masks).asReadOnlyBuffer();
    }

    /** Whether every point of the other is one of this box. */
    boolean covers(Box other) {
        return other.factsOutside(this) == 0;
    }

    /** How many facts of this box have values that the other does not allow; 0 when the other covers this one. */
    int factsOutside(Box other) {
        int count = 0;
        for (int i = 0; i < masks.length; i++) {
            if ((masks[i] & ~other.masks[i]) != 0) {
                count++;
            }
        }
        return count;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Box box && Arrays.equals(masks, box.masks);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(masks);
    }
}
