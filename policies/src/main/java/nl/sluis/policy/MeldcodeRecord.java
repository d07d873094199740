package nl.sluis.policy;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The five steps of the meldcode as recorded (Besluit verplichte meldcode art. 2).
 *
 * @param steps by number, 1 to 5; an absent step is not done
 * @param responsible the final responsible person; null when none is named
 * @param vtAdviceAt when advice of Veilig Thuis was asked; null when it was not
 * @param acute whether there is acute danger
 */
public record MeldcodeRecord(
        Map<Integer, Step> steps,
        @Nullable Weighing weighing,
        @Nullable String responsible,
        @Nullable LocalDate vtAdviceAt,
        boolean acute) {

    public MeldcodeRecord {
        steps = Map.copyOf(steps);
    }

    /** A step: done on a day by somebody, or skipped for a listed reason. */
    public record Step(
            @Nullable LocalDate at,
            @Nullable String actor,
            @Nullable Skipped skipped) {}

    /** Why a step was skipped. */
    public enum Skipped {
        /** Acute danger: steps 2 and 3 only. */
        ACUTE,
        /** Safety: step 3 only. */
        SAFETY,
        /** Nobody could be reached: step 3 only. */
        UNREACHABLE
    }

    /** The outcome of weighing by the afwegingskader. */
    public enum Weighing {
        /** Reporting is the professional norm. */
        MUST_REPORT,
        /** Reporting is not needed. */
        NEED_NOT_REPORT
    }
}
