package nl.sluis.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Places in DER to change a byte at: in each element its tag, its length, and the ends and the middle of its value. */
final class Regions {

    private static final int CONSTRUCTED = 0x20;

    private final byte[] der;
    private final SortedSet<Integer> places = new TreeSet<>();

    private Regions(byte[] der) {
        this.der = der;
    }

    static List<Integer> of(byte[] der) {
        Regions regions = new Regions(der);
        regions.walk(0, der.length);
        return new ArrayList<>(regions.places);
    }

    private void walk(int from, int to) {
        int at = from;
        while (at < to) {
            int value = at + 2;
            int length = der[at + 1] & 0xff;
            if (length > 0x7f) {
                value += length & 0x7f;
                length = 0;
                for (int i = at + 2; i < value; i++) {
                    length = length << Byte.SIZE | der[i] & 0xff;
                }
            }
            for (int i = at; i < value; i++) {
                places.add(i);
            }
            if ((der[at] & CONSTRUCTED) != 0) {
                walk(value, value + length);
            } else if (length > 0) {
                places.add(value);
                places.add(value + length / 2);
                places.add(value + length - 1);
            }
            at = value + length;
        }
    }
}
