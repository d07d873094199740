package nl.sluis.node;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why something is erased. */
public enum ErasureReason {
    /** Somebody whom it is about asked for it: Jeugdwet art. 7.3.9, BW art. 7:455, GDPR art. 17(1). */
    SUBJECT_REQUEST,
    /** The term of keeping has passed: Jeugdwet art. 7.3.8, Wmo 2015 art. 5.3.4. */
    TERM_ENDED,
    /** It should never have been here: GDPR art. 17(1)(d). */
    UNLAWFUL;

    /** The reason of this name; empty when there is none. */
    public static Optional<ErasureReason> of(@Nullable String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
