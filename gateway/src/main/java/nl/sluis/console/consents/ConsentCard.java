package nl.sluis.console.consents;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.consent.ShownConsent;
import org.jspecify.annotations.Nullable;

/**
 * A consent or refusal as the page shows it.
 *
 * @param recipients names of organisations; empty when they are not named one by one
 * @param soon last day when that comes within the days that are told; null when it does not
 * @param keeper name of who keeps it; null when it was recorded here
 */
public record ConsentCard(
        ShownConsent shown,
        State state,
        List<String> recipients,
        @Nullable LocalDate soon,
        @Nullable String keeper) implements Comparable<ConsentCard> {

    /** Whether it counts, in the order in which they are shown. */
    public enum State {
        /** A refusal; it does not lapse. */
        REFUSED,
        /** A consent that counts today. */
        GIVEN,
        /** A consent that begins later. */
        LATER,
        /** A copy that its keeper did not confirm in time, or with whom nothing was agreed. */
        UNSURE,
        /** A consent whose last day has passed. */
        LAPSED,
        /** Taken back. */
        WITHDRAWN
    }

    static ConsentCard of(ShownConsent shown, LocalDate today, int days, UnaryOperator<String> names) {
        State state = state(shown, today);
        boolean ends =
                state == State.GIVEN && shown.until() != null && !shown.until().isAfter(today.plusDays(days));
        return new ConsentCard(
                shown,
                state,
                shown.recipients().stream().map(names).toList(),
                ends ? shown.until() : null,
                shown.copy() == null ? null : names.apply(shown.copy().keeper()));
    }

    /** Whether somebody may withdraw it here. */
    public boolean open() {
        return keeper == null && state != State.WITHDRAWN;
    }

    private static State state(ShownConsent shown, LocalDate today) {
        ShownConsent.Copy copy = shown.copy();
        if (shown.withdrawnAt() != null || (copy != null && copy.state() == ShownConsent.Copy.State.WITHDRAWN)) {
            return State.WITHDRAWN;
        }
        if (shown.decision() == ConsentDecision.REFUSED) {
            return State.REFUSED;
        }
        if (shown.until() != null && shown.until().isBefore(today)) {
            return State.LAPSED;
        }
        if (copy != null && copy.state() != ShownConsent.Copy.State.FRESH) {
            return State.UNSURE;
        }
        return shown.from() != null && shown.from().isAfter(today) ? State.LATER : State.GIVEN;
    }

    /** What counts first, and of that the latest. */
    @Override
    public int compareTo(ConsentCard other) {
        int byState = state.compareTo(other.state);
        return byState != 0 ? byState : other.shown.recordedAt().compareTo(shown.recordedAt());
    }
}
