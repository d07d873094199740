package nl.sluis.plan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a plan was evaluated.
 *
 * @param plan which
 * @param on the day
 * @param result what it came to
 * @param safety what safety at the start beside safety now says; null only where no child of the household is known
 * @param next the next day of evaluation; null when the plan ends
 */
public record Evaluation(
        UUID plan,
        LocalDate on,
        String result,
        @Nullable String safety,
        @Nullable LocalDate next) {

    static final String KIND = "PLAN_EVALUATION";

    /** Never what it says. */
    @Override
    public String toString() {
        return "Evaluation[" + plan + "]";
    }
}
