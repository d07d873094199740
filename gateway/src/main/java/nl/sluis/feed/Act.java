package nl.sluis.feed;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with an item, as it is recorded; the code of the record says what.
 *
 * @param who whose it became or who was asked; null when neither
 * @param reason in words; null when none was given
 */
record Act(UUID item, @Nullable String who, @Nullable String reason) {

    /** The kind of these records. */
    static final String KIND = "FEED_ACT";

    /** Never the reason. */
    @Override
    public String toString() {
        return "Act[" + item + "]";
    }
}
