package nl.sluis.policy.rules;

import java.util.List;

/**
 * Says a fact with its values in words for people, such as <i>het kind is 12 tot en met 15 jaar</i>. The frame of the sentences is
 * {@link DifferenceSentences}'; this is the part that a table of phrases gives.
 */
@FunctionalInterface
public interface DifferenceWords {

    /** The name of the fact and its values as the tables write them, in Dutch. */
    DifferenceWords TABLES_DUTCH =
            (fact, values, not) -> fact.name() + (not ? " niet " : " = ") + String.join(" of ", values);

    /** The name of the fact and its values as the tables write them, in English. */
    DifferenceWords TABLES_ENGLISH =
            (fact, values, not) -> fact.name() + (not ? " not " : " = ") + String.join(" or ", values);

    /** The phrases of a set; as the tables write it where the set has no word for a value. */
    static DifferenceWords of(RuleBook book, Language language) {
        DifferenceWords tables = language == Language.NL ? TABLES_DUTCH : TABLES_ENGLISH;
        return (fact, values, not) -> {
            List<String> may = not
                    ? fact.values().stream()
                            .filter(value -> !values.contains(value))
                            .toList()
                    : values;
            boolean known = may.stream().allMatch(value -> book.vocabulary().value(fact.name(), value) != null);
            return known ? book.phrases().sentence(fact.name(), may, language) : tables.condition(fact, values, not);
        };
    }

    /**
     * One condition.
     *
     * @param values what the fact may be; or must not be, when {@code not}
     */
    String condition(Fact fact, List<String> values, boolean not);
}
