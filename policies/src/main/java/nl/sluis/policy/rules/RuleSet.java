package nl.sluis.policy.rules;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The rules of one day, ready to be asked. A question claims one ground, so there is one {@link Sheet} a ground with the rows
 * that can hold on it.
 */
public final class RuleSet {

    private static final String GROUND = "grondslag";

    /** The position of the ground in a word list that has none; then one sheet holds every row. */
    private static final int NONE = -1;

    private final Vocabulary vocabulary;
    private final List<Rule> rules;
    private final Set<String> inForce;
    private final List<RequiredData> required;
    private final int ground;
    private final List<Sheet> sheets;
    private final ConcurrentHashMap<Class<?>, Object> derived = new ConcurrentHashMap<>();

    RuleSet(Vocabulary vocabulary, List<Rule> rules, Set<String> inForce, List<RequiredData> required) {
        this.vocabulary = vocabulary;
        this.rules = List.copyOf(rules);
        this.inForce = Set.copyOf(inForce);
        this.required = List.copyOf(required);
        Integer position = vocabulary.position(GROUND);
        this.ground = position == null ? NONE : position;
        int grounds = position == null ? 1 : vocabulary.fact(position).values().size();
        this.sheets = IntStream.range(0, grounds).mapToObj(this::made).toList();
    }

    private Sheet made(int value) {
        return new Sheet(
                vocabulary,
                rules.stream()
                        .filter(rule -> ground == NONE || rule.box().contains(ground, value))
                        .toList());
    }

    /** The words that the rules use. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Every row but the invariants, in the order of the files. */
    public List<Rule> rules() {
        return rules;
    }

    /** Whether a legal basis may be relied on; one that the rules do not know may not. */
    public boolean inForce(String basis) {
        return inForce.contains(basis);
    }

    /** What the law asks at least, per kind of message. */
    public List<RequiredData> required() {
        return required;
    }

    /** What the code works out from these rules once, and keeps with them. */
    public <T> T derived(Class<T> type, Function<RuleSet, T> make) {
        Object known = derived.get(type);
        return type.cast(known == null ? derived.computeIfAbsent(type, any -> make.apply(this)) : known);
    }

    /** The rows that hold at a point. */
    public Hits at(Point point) {
        return sheets.get(ground == NONE ? 0 : point.value(ground)).at(point);
    }

    /** The position of the ground in the word list; negative when it has none. */
    int ground() {
        return ground;
    }

    /** How many sheets there are: one a ground. */
    int sheets() {
        return sheets.size();
    }

    /** The rows that can hold on a ground, by its value. */
    Sheet sheet(int value) {
        return sheets.get(value);
    }
}
