package nl.sluis.policy;

import java.util.List;
import nl.sluis.policy.rules.PackedFact;
import nl.sluis.policy.rules.Slot;
import nl.sluis.policy.rules.Vocabulary;

/** Where each fact of the code stands in a word list. */
final class Slots {

    private final Vocabulary vocabulary;
    private final Slot[] slots;

    /**
     * @throws IllegalArgumentException when the word list misses a fact of the code or one of its values
     */
    Slots(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        List<FactName<?>> names = FactNames.all();
        this.slots = new Slot[names.size()];
        for (FactName<?> name : names) {
            slots[name.index()] = vocabulary.slot(name.word(), name.level(), name.values());
        }
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Slot of(FactName<?> name) {
        return slots[name.index()];
    }

    /** Every fact of the code, with where it is kept. */
    List<PackedFact> packed() {
        return FactNames.all().stream()
                .map(name -> new PackedFact(of(name), name.packed()))
                .toList();
    }
}
