package nl.sluis.closing;

import java.util.UUID;

/**
 * What a second person decides about a closing.
 *
 * @param closing which
 * @param person who: a name, for people; never who closed
 * @param agreed whether it is closed
 * @param why in words
 */
record Cosignature(UUID closing, String person, boolean agreed, String why) {

    static final String KIND = "CLOSING_COSIGNATURE";

    /** Never why. */
    @Override
    public String toString() {
        return "Cosignature[" + closing + "]";
    }
}
