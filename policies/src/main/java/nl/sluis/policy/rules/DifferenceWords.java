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

    /**
     * One condition.
     *
     * @param values what the fact may be; or must not be, when {@code not}
     */
    String condition(Fact fact, List<String> values, boolean not);
}
