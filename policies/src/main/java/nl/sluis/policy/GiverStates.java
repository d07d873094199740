package nl.sluis.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.PersonRef;
import org.jspecify.annotations.Nullable;

/** What the records of some givers say about one item: of those whom the table of givers asks for one and the same reason. */
final class GiverStates {

    private static final GiverStates NOBODY = new GiverStates(new GiverState[0]);

    private final GiverState[] states;
    private final boolean agreed;
    private final boolean refused;
    private final int shortcomings;

    private GiverStates(GiverState[] states) {
        this.states = states;
        boolean covered = true;
        boolean refusal = false;
        int wrong = 0;
        for (GiverState state : states) {
            covered &= state.covered();
            refusal |= state.refused();
            wrong |= state.shortcomings();
        }
        this.agreed = covered && states.length > 0;
        this.refused = refusal;
        this.shortcomings = wrong;
    }

    /** Of each giver. */
    static GiverStates of(Coverage[] givers, RequestedItem item) {
        return givers.length == 0 ? NOBODY : new GiverStates(states(givers, item));
    }

    /** Of the one who refused; else of the one who consented; else of the first. */
    static GiverStates ofOne(Coverage[] givers, RequestedItem item) {
        GiverState one = null;
        for (GiverState state : states(givers, item)) {
            if (one == null || weight(state) < weight(one)) {
                one = state;
            }
        }
        return one == null ? NOBODY : new GiverStates(new GiverState[] {one});
    }

    private static int weight(GiverState state) {
        if (state.refused()) {
            return 0;
        }
        return state.covered() ? 1 : 2;
    }

    private static GiverState[] states(Coverage[] givers, RequestedItem item) {
        GiverState[] states = new GiverState[givers.length];
        for (int i = 0; i < states.length; i++) {
            states[i] = givers[i].of(item);
        }
        return states;
    }

    boolean isEmpty() {
        return states.length == 0;
    }

    /** Whether there is somebody, and everybody consents to all of it. */
    boolean agreed() {
        return agreed;
    }

    boolean refused() {
        return refused;
    }

    /** What is wrong with the consents that decide, a bit each. */
    int shortcomings() {
        return shortcomings;
    }

    /** Those givers of whom this holds, each as somebody whom a reason about the subject concerns. */
    List<Who> who(PersonRef subject, Predicate<GiverState> wanted) {
        List<Who> found = new ArrayList<>(states.length);
        for (GiverState state : states) {
            if (wanted.test(state)) {
                found.add(new Who(subject, state.giver()));
            }
        }
        return found;
    }

    /** Adds the consents on which the item would go, unless they are there already: somebody may be asked for two reasons. */
    void addUsed(List<ConsentRecord> used) {
        for (GiverState state : states) {
            if (state.used() != null && !used.contains(state.used())) {
                used.add(state.used());
            }
        }
    }

    /** The day on which the first of those consents ends; null when none has an end. */
    @Nullable
    LocalDate firstEnd() {
        LocalDate first = null;
        for (GiverState state : states) {
            LocalDate end = state.used() == null ? null : state.used().until();
            first = earlier(first, end);
        }
        return first;
    }

    /** The first of two days; null is none. */
    static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isBefore(one) ? other : one;
    }

    /** Whether those of the same givers say the same about another item. */
    boolean sameAs(GiverStates other) {
        if (states.length != other.states.length) {
            return false;
        }
        for (int i = 0; i < states.length; i++) {
            if (!states[i].sameAs(other.states[i])) {
                return false;
            }
        }
        return true;
    }
}
