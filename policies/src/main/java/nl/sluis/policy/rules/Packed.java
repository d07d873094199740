package nl.sluis.policy.rules;

/**
 * Where the code keeps a fact: some bits of one byte of a few longs. They hold 0 while the fact is not established, and n for the
 * n-th word of its {@link Slot}.
 *
 * @param lane the number of the byte, eight in a long
 * @param shift the first of its bits
 * @param width how many of them
 */
public record Packed(int lane, int shift, int width) {

    /** The bits of a lane. */
    public static final int LANE = Byte.SIZE;

    /** How many words a fact may have: its bits stay within one lane. */
    public static final int MAX_WORDS = (1 << LANE) - 1;

    private static final int LANES = Long.SIZE / LANE;

    /** The place for a fact with this many words that comes next: in the same lane where it fits, else in a new one. */
    public static Packed after(Packed last, int words) {
        int width = Integer.SIZE - Integer.numberOfLeadingZeros(words);
        int end = last.shift + last.width;
        return end + width <= LANE ? new Packed(last.lane, end, width) : new Packed(last.lane + 1, 0, width);
    }

    /** How many longs hold every lane up to this one. */
    public int longs() {
        return lane / LANES + 1;
    }

    /** Writes what a fact holds over what it held. */
    public void put(long[] bits, int value) {
        int at = lane % LANES * LANE + shift;
        long cleared = bits[lane / LANES] & ~(((1L << width) - 1) << at);
        bits[lane / LANES] = cleared | (long) value << at;
    }

    /** What a fact holds. */
    public int in(long[] bits) {
        return of(lane(bits, lane));
    }

    /** What a fact holds in its lane. */
    int of(int bits) {
        return bits >>> shift & (1 << width) - 1;
    }

    /** All bits of a lane. */
    static int lane(long[] bits, int lane) {
        return (int) (bits[lane / LANES] >>> lane % LANES * LANE) & (1 << LANE) - 1;
    }
}
