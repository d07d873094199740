package nl.sluis.policy.rules;

import java.util.List;

/**
 * A fact with the values that are meant.
 *
 * @param values one for what is so; more for what would do
 */
public record Statement(String fact, List<String> values) {

    public Statement {
        values = List.copyOf(values);
    }

    /** What is so of the facts on which a row depends, in the order of the word list. */
    public static List<Statement> of(Rule rule, Vocabulary vocabulary, Point point) {
        return rule.conditions(vocabulary).stream()
                .map(fact -> now(vocabulary, fact, point))
                .toList();
    }

    private static Statement now(Vocabulary vocabulary, String name, Point point) {
        Integer position = vocabulary.position(name);
        if (position == null) {
            throw new IllegalArgumentException("the word list has no " + name);
        }
        return new Statement(name, List.of(vocabulary.fact(position).values().get(point.value(position))));
    }

    /** In plain words. */
    public String in(Phrases phrases, Language language) {
        return phrases.sentence(fact, values, language);
    }
}
