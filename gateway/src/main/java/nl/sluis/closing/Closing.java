package nl.sluis.closing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That somebody closes a household, with the four answers.
 *
 * @param person who closes: a name, for people
 * @param goalReached whether the goal was reached
 * @param safetyCompared whether safety at the start was laid beside safety now
 * @param followUpArranged whether what comes next is arranged, or nothing has to
 * @param reporterInformed whether who reported knows
 * @param worriesOpen whether a worry is open, such as help that was declined
 * @param why in words
 * @param lookAgain when somebody looks once more; null when nobody has to
 */
record Closing(
        String person,
        boolean goalReached,
        boolean safetyCompared,
        boolean followUpArranged,
        boolean reporterInformed,
        boolean worriesOpen,
        String why,
        @Nullable LocalDate lookAgain) {

    static final String KIND = "CLOSING";

    /** Whether one person may close by these answers. */
    boolean isSound() {
        return goalReached && safetyCompared && followUpArranged && reporterInformed && !worriesOpen;
    }

    /** Never why. */
    @Override
    public String toString() {
        return "Closing[...]";
    }
}
