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
                .map(fact -> at(vocabulary, fact, point))
                .toList();
    }

    /**
     * What is so of one fact.
     *
     * @throws IllegalArgumentException when the word list has no such fact: a mistake in the program
     */
    public static Statement at(Vocabulary vocabulary, String name, Point point) {
        int position = position(vocabulary, name);
        return new Statement(name, List.of(vocabulary.fact(position).values().get(point.value(position))));
    }

    /**
     * What a row asks of one fact; every value where it asks nothing.
     *
     * @throws IllegalArgumentException when the word list has no such fact: a mistake in the program
     */
    public static Statement asked(Vocabulary vocabulary, String name, Rule rule) {
        int position = position(vocabulary, name);
        List<String> values = vocabulary.fact(position).values();
        return new Statement(
                name,
                values.stream()
                        .filter(value -> rule.box().contains(position, values.indexOf(value)))
                        .toList());
    }

    private static int position(Vocabulary vocabulary, String name) {
        Integer position = vocabulary.position(name);
        if (position == null) {
            throw new IllegalArgumentException("the word list has no " + name);
        }
        return position;
    }

    /** In plain words. */
    public String in(Phrases phrases, Language language) {
        return phrases.sentence(fact, values, language);
    }
}
