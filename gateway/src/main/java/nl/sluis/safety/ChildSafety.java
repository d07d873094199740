package nl.sluis.safety;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.safety.Estimate.Made;
import nl.sluis.safety.Estimate.NotMade;
import org.jspecify.annotations.Nullable;

/**
 * How the safety of one child stands.
 *
 * @param start the first estimate; null when there is none
 * @param now the last one, which may be the first; null when there is none
 * @param notMade why there is none since the last one; null when nobody said
 * @param sources on what the last one rests, with the sources that were added
 */
public record ChildSafety(
        UUID member,
        State state,
        @Nullable Made start,
        @Nullable Made now,
        @Nullable NotMade notMade,
        Set<Source> sources) {

    /** What is known. All but one are open. */
    public enum State {
        /** There is an estimate, lately made and by a means that is enough. */
        ESTIMATED,
        /** There is one, made longer ago than counts as now. */
        OLD,
        /** There is one by the short questions, and the request asks for an instrument. */
        INSTRUMENT_REQUIRED,
        /** There is none, and why. */
        NOT_MADE,
        /** Nobody said anything. */
        UNKNOWN
    }

    /** Reads and copies. */
    public ChildSafety {
        // In the order of the list: what stands otherwise after each start is read wrongly
        sources = Codes.inOrder(Source.class, sources);
    }

    /**
     * How it stands after everything that was recorded about one child.
     *
     * @param recorded in the order in which it was recorded
     * @param added sources that were added to the last estimate
     * @param counts how long an estimate counts as present
     */
    public static ChildSafety of(
            UUID member, List<? extends Estimate> recorded, Set<Source> added, LocalDate today, Period counts) {
        List<Made> made = recorded.stream()
                .filter(Made.class::isInstance)
                .map(Made.class::cast)
                // By the day of the estimate; of one day the later recorded is the later
                .sorted(Comparator.comparing(Made::on))
                .toList();
        Optional<NotMade> lastNot = recorded.stream()
                .filter(NotMade.class::isInstance)
                .map(NotMade.class::cast)
                .max(Comparator.comparing(NotMade::on))
                .filter(not -> made.isEmpty() || not.on().isAfter(made.getLast().on()));
        if (made.isEmpty()) {
            return new ChildSafety(
                    member,
                    lastNot.isPresent() ? State.NOT_MADE : State.UNKNOWN,
                    null,
                    null,
                    lastNot.orElse(null),
                    Set.of());
        }
        Made now = made.getLast();
        Set<Source> sources = EnumSet.copyOf(now.sources());
        sources.addAll(added);
        return new ChildSafety(member, state(now, today, counts), made.getFirst(), now, lastNot.orElse(null), sources);
    }

    private static State state(Made now, LocalDate today, Period counts) {
        if (now.on().plus(counts).isBefore(today)) {
            return State.OLD;
        }
        return now.tooLight() ? State.INSTRUMENT_REQUIRED : State.ESTIMATED;
    }

    /** Whether somebody still has to do something: everything but a present estimate. */
    public boolean isOpen() {
        return state != State.ESTIMATED;
    }

    /** Whether it rests on what parents say, and on nothing else. */
    public boolean isParentsOnly() {
        return now != null && sources.equals(Set.of(Source.PARENT));
    }

    /** Whether somebody worries: the last estimate says so. No estimate is no such worry, and open all the same. */
    public boolean isWorrying() {
        return now != null && now.judgement() != Judgement.SAFE_ENOUGH;
    }
}
