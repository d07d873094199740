package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every fact in plain words. Sentences begin in lower case and have no full stop, so that they can be joined. A set of rules that
 * has no table of phrases speaks in the words of its word list. Immutable.
 */
public final class Phrases {

    /** Stands in a pattern where the name of the code goes. */
    static final String GAP = "{}";

    /** A sentence for one value, or for every value that has none of its own. */
    record Phrase(String text, String textEn, Contributor who) {

        boolean pattern() {
            return text.contains(GAP);
        }

        String in(Language language) {
            return language.of(text, textEn);
        }
    }

    /** A name of a code or of a contributor. */
    record Name(String name, String nameEn) {

        String in(Language language) {
            return language.of(name, nameEn);
        }
    }

    private final Vocabulary vocabulary;
    private final Map<String, Map<String, Phrase>> phrases;
    private final Map<String, Map<String, Name>> codes;
    private final Map<Contributor, Name> people;

    /**
     * Phrases that were checked to be complete, or none at all.
     *
     * @param phrases by fact and value, every value
     * @param codes by fact and value, for those whose phrase is a pattern
     */
    Phrases(
            Vocabulary vocabulary,
            Map<String, Map<String, Phrase>> phrases,
            Map<String, Map<String, Name>> codes,
            Map<Contributor, Name> people) {
        this.vocabulary = vocabulary;
        this.phrases = Map.copyOf(phrases);
        this.codes = Map.copyOf(codes);
        this.people = Map.copyOf(people);
    }

    /**
     * What it means that a fact has a value, such as "de betrokkene is jonger dan 12 jaar".
     *
     * @throws IllegalArgumentException when the word list has no such fact or value: a mistake in the program
     */
    public String sentence(String fact, String value, Language language) {
        if (vocabulary.value(fact, value) == null) {
            throw new IllegalArgumentException("the word list has no " + fact + " = " + value);
        }
        Phrase phrase = phrase(fact, value);
        return phrase == null
                ? fact + " = " + value
                : phrase.in(language).replace(GAP, name(fact, value).in(language));
    }

    /** What it means that a fact has one of these values; a long list is said by what is not in it. */
    public String sentence(String fact, List<String> values, Language language) {
        List<Phrase> used = values.stream()
                .map(value -> phrase(fact, value))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (values.size() < 2 || used.size() != 1 || !used.getFirst().pattern()) {
            return values.stream()
                    .map(value -> sentence(fact, value, language))
                    .collect(Collectors.joining(" " + language.or() + " "));
        }
        return used.getFirst().in(language).replace(GAP, names(fact, values, language));
    }

    private String names(String fact, List<String> values, Language language) {
        List<String> others =
                valuesOf(fact).stream().filter(value -> !values.contains(value)).toList();
        boolean byOthers = others.size() < values.size()
                && others.stream().map(value -> phrase(fact, value)).allMatch(p -> p != null && p.pattern());
        return byOthers
                ? language.anythingBut() + " " + list(named(fact, others, language), language.or())
                : list(named(fact, values, language), language.or());
    }

    private List<String> named(String fact, List<String> values, Language language) {
        return values.stream().map(value -> name(fact, value).in(language)).toList();
    }

    static String list(List<String> names, String word) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " " + word + " " + names.get(last);
    }

    /** The conditions of a row, a sentence for each fact on which it depends, in the order of the word list. */
    public List<String> conditions(Rule rule, Language language) {
        return conditions(rule.box(), language);
    }

    List<String> conditions(Box box, Language language) {
        List<String> sentences = new ArrayList<>();
        for (int f = 0; f < box.size(); f++) {
            Fact fact = vocabulary.fact(f);
            if (box.mask(f) != fact.all()) {
                sentences.add(sentence(fact.name(), values(box, f), language));
            }
        }
        return sentences;
    }

    private List<String> values(Box box, int fact) {
        List<String> values = vocabulary.fact(fact).values();
        return values.stream()
                .filter(value -> box.contains(fact, values.indexOf(value)))
                .toList();
    }

    /** Who can see to it that a fact gets a value. */
    public Contributor who(String fact, String value) {
        Phrase phrase = phrase(fact, value);
        return phrase == null ? Contributor.NOBODY : phrase.who();
    }

    /** What a contributor is called. */
    public String name(Contributor who, Language language) {
        Name name = people.get(who);
        return name == null ? who.word() : name.in(language);
    }

    /** What a code is called, such as "een school"; the code itself when its fact has a sentence for it. */
    public String name(String fact, String value, Language language) {
        return name(fact, value).in(language);
    }

    private Name name(String fact, String value) {
        Name name = codes.getOrDefault(fact, Map.of()).get(value);
        return name == null ? new Name(value, value) : name;
    }

    private @Nullable Phrase phrase(String fact, String value) {
        return phrases.getOrDefault(fact, Map.of()).get(value);
    }

    private List<String> valuesOf(String fact) {
        Integer position = vocabulary.position(fact);
        return position == null ? List.of() : vocabulary.fact(position).values();
    }
}
