package nl.sluis.policy.rules;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Some rows of a sheet, one bit each in their order. Immutable. */
final class Rows {

    private final long[] bits;

    Rows(long[] bits) {
        this.bits = bits;
    }

    long word(int number) {
        return bits[number];
    }

    long[] copy() {
        return bits.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rows rows && Arrays.equals(bits, rows.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }
}
