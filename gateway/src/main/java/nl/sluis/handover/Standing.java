package nl.sluis.handover;

import java.util.List;
import java.util.Optional;

/**
 * How a handover stands after everything that was done.
 *
 * @param attempts of contact without result
 * @param ours whether it was confirmed here
 * @param theirs whether the sender confirmed
 */
record Standing(State state, Owner owner, boolean ours, boolean theirs, int attempts) {

    /** Where it is. */
    enum State {
        /** Not both confirmed the same contact. */
        OPEN,
        /** Both did. */
        COMPLETE,
        /** It was given back, and the sender did not accept yet. */
        RETURN_OFFERED,
        /** The sender has it again. */
        RETURNED
    }

    /** Who answers for the case. */
    enum Owner {
        /** Who handed it over. */
        SENDER,
        /** Who received it. */
        RECEIVER
    }

    /** In the order in which it was done. */
    static Standing of(List<Act> acts) {
        List<Act> confirmed = acts.stream()
                .filter(act -> act.type() == Act.Type.CONTACT_CONFIRMED)
                .toList();
        boolean both = confirmed.stream()
                .filter(Act::theirs)
                .anyMatch(theirs -> confirmed.stream().anyMatch(ours -> isSameContact(ours, theirs)));
        // Calling three times on one day is one attempt
        int attempts = Math.toIntExact(acts.stream()
                .filter(act -> act.type() == Act.Type.ATTEMPT)
                .map(Act::on)
                .distinct()
                .count());
        Optional<Act.Type> back = acts.stream()
                .map(Act::type)
                .filter(type -> type == Act.Type.RETURN || type == Act.Type.RETURN_ACCEPTED)
                .reduce((before, after) -> after);
        State state = back.map(type -> type == Act.Type.RETURN ? State.RETURN_OFFERED : State.RETURNED)
                .orElse(both ? State.COMPLETE : State.OPEN);
        Owner owner = both && state != State.RETURNED ? Owner.RECEIVER : Owner.SENDER;
        return new Standing(
                state,
                owner,
                confirmed.stream().anyMatch(act -> !act.theirs()),
                confirmed.stream().anyMatch(Act::theirs),
                attempts);
    }

    /** One talk, told by both who had it; on another day it is another. */
    private static boolean isSameContact(Act ours, Act theirs) {
        return !ours.theirs()
                && ours.on().equals(theirs.on())
                && ours.form() == theirs.form()
                && !ours.person().equalsIgnoreCase(theirs.person());
    }
}
