package nl.sluis.policy.rules;

/** A fact of the code: where it stands in the word list, and where the code keeps it. */
public record PackedFact(Slot slot, Packed packed) {

    /** The value in the word list; {@link Sheet#NO_VALUE} when the bits of the lane are no word of the code. */
    int value(int lane, Vocabulary vocabulary) {
        int held = packed.of(lane);
        if (held == 0) {
            return vocabulary.unknown().value(slot.fact());
        }
        return held > slot.words() ? Sheet.NO_VALUE : slot.value(held - 1);
    }
}
