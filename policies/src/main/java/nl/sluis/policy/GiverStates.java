package nl.sluis.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.PersonRef;

/** What the records of some givers say about one item: of those whom the table of givers asks for one and the same reason. */
final class GiverStates {

    private static final GiverStates NOBODY = new GiverStates(List.of());

    private final List<GiverState> states;
    private final boolean agreed;
    private final boolean refused;
    private final int shortcomings;

    private GiverStates(List<GiverState> states) {
        this.states = states;
        boolean covered = true;
        boolean refusal = false;
        int wrong = 0;
        for (GiverState state : states) {
            covered &= state.covered();
            refusal |= state.refused();
            wrong |= state.shortcomings();
        }
        this.agreed = covered && !states.isEmpty();
        this.refused = refusal;
        this.shortcomings = wrong;
    }

    /** Of each giver. */
    static GiverStates of(List<Coverage> givers, RequestedItem item) {
        return givers.isEmpty() ? NOBODY : new GiverStates(states(givers, item));
    }

    /** Of the one who refused; else of the one who consented; else of the first. */
    static GiverStates ofOne(List<Coverage> givers, RequestedItem item) {
        GiverState one = null;
        for (GiverState state : states(givers, item)) {
            if (one == null || weight(state) < weight(one)) {
                one = state;
            }
        }
        return one == null ? NOBODY : new GiverStates(List.of(one));
    }

    private static int weight(GiverState state) {
        if (state.refused()) {
            return 0;
        }
        return state.covered() ? 1 : 2;
    }

    private static List<GiverState> states(List<Coverage> givers, RequestedItem item) {
        List<GiverState> states = new ArrayList<>(givers.size());
        for (Coverage giver : givers) {
            states.add(giver.of(item));
        }
        return states;
    }

    boolean isEmpty() {
        return states.isEmpty();
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
        List<Who> found = new ArrayList<>(states.size());
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
}
