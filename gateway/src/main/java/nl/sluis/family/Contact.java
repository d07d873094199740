package nl.sluis.family;

import java.time.LocalDate;
import java.util.Set;
import nl.sluis.canonical.LifeDomain;
import org.jspecify.annotations.Nullable;

/**
 * That somebody of the team spoke with a member of a household, or saw them, or why not.
 *
 * @param on the day, also of not having spoken: until then it was so
 * @param why why nobody spoke with them; null for the other two
 * @param discussed the life domains of which they spoke; empty unless they did
 */
public record Contact(How how, LocalDate on, @Nullable String why, Set<LifeDomain> discussed) {

    static final String KIND = "MEMBER_CONTACT";

    /** Copies. */
    public Contact {
        discussed = Set.copyOf(discussed);
    }

    /** What there was. */
    public enum How {
        /** Somebody spoke with them. */
        SPOKEN,
        /** Somebody saw them, as one does a baby, and did not speak with them. */
        SEEN,
        /** Neither. */
        NOT_SPOKEN
    }

    /** Never why. */
    @Override
    public String toString() {
        return "Contact[" + how + "]";
    }
}
