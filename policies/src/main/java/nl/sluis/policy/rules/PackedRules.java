package nl.sluis.policy.rules;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rules of one day for facts as the code packs them: what {@link RuleSet#at} answers of the same facts, faster. */
public final class PackedRules {

    private final @Nullable PackedFact ground;
    private final Vocabulary vocabulary;
    private final List<PackedSheet> sheets;

    /**
     * Makes the masks.
     *
     * @param facts every fact that the code may establish; the others of the word list stay unknown
     */
    public PackedRules(RuleSet rules, List<PackedFact> facts) {
        this.vocabulary = rules.vocabulary();
        this.ground = facts.stream()
                .filter(fact -> fact.slot().fact() == rules.ground())
                .findFirst()
                .orElse(null);
        this.sheets = IntStream.range(0, rules.sheets())
                .mapToObj(value -> new PackedSheet(rules.sheet(value), vocabulary, facts))
                .toList();
    }

    /** The rows that the facts of a message leave standing. */
    public MessageRows about(long[] message) {
        PackedSheet sheet = sheets.get(ground == null ? 0 : ground(ground, message));
        return new MessageRows(sheet, sheet.message(message));
    }

    private int ground(PackedFact fact, long[] message) {
        return fact.value(Packed.lane(message, fact.packed().lane()), vocabulary);
    }
}
