package nl.sluis.policyset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.sluis.policy.rules.Contributor;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.Example;
import nl.sluis.policy.rules.Fact;
import nl.sluis.policy.rules.Hits;
import nl.sluis.policy.rules.Language;
import nl.sluis.policy.rules.Rule;
import nl.sluis.policy.rules.RuleBook;
import nl.sluis.policy.rules.RuleSet;
import nl.sluis.policy.rules.Statement;
import nl.sluis.policy.rules.Vocabulary;

/** Says rows and examples in plain Dutch. */
final class ReadingRows {

    /** The fact that says on which basis something is shared. */
    static final String BASIS = "grondslag";

    private final RuleBook book;
    private final Vocabulary vocabulary;
    private final RuleSet rules;

    ReadingRows(RuleBook book, RuleSet rules) {
        this.book = book;
        this.vocabulary = book.vocabulary();
        this.rules = rules;
    }

    /** The conditions of a row; on the page of a basis the basis itself needs no saying. */
    List<String> conditions(Rule rule, boolean withBasis) {
        return rule.conditions(vocabulary).stream()
                .filter(fact -> withBasis || !fact.equals(BASIS))
                .map(fact -> Statement.asked(vocabulary, fact, rule).in(book.phrases(), Language.NL))
                .toList();
    }

    ReadingPage.Row row(Rule rule, boolean withBasis) {
        Rule.Words words = rule.words();
        return new ReadingPage.Row(
                rule.id(),
                conditions(rule, withBasis),
                words.text(),
                words.code() == null ? "" : words.code(),
                words.names().stream().map(name -> named(rule, name)).toList(),
                words.article(),
                words.confidence(),
                String.join(", ", words.visibleTo()),
                rule.source());
    }

    private String named(Rule rule, String name) {
        return rule.effect() == Effect.REQUIRE
                ? Contributor.of(name)
                        .map(who -> book.phrases().name(who, Language.NL))
                        .orElse(name)
                : name + ": " + book.explanations().duty(name, Language.NL, "die dag");
    }

    /** An example: what it says beside what is usual, and what it expects. */
    ReadingPage.Case example(Example example) {
        List<String> facts = new ArrayList<>();
        for (Fact fact : vocabulary.facts()) {
            Statement now = Statement.at(vocabulary, fact.name(), example.point());
            boolean usual = now.values().equals(List.of(fact.values().get(fact.usual())));
            if (!usual && !fact.name().equals(BASIS)) {
                facts.add(now.in(book.phrases(), Language.NL));
            }
        }
        Hits hits = rules.at(example.point());
        boolean holds = hits.decision().equals(example.expected())
                && hits.rules().stream()
                        .map(Rule::id)
                        .collect(Collectors.toSet())
                        .equals(example.rules().stream().collect(Collectors.toSet()));
        return new ReadingPage.Case(
                example.name(),
                facts,
                example.expected(),
                example.rules().stream().map(this::link).toList(),
                holds,
                example.source());
    }

    /** A row that an example names stands on the page of its basis, or on the one for every basis. */
    private ReadingPage.Link link(String id) {
        boolean general = book.rules().stream()
                .anyMatch(rule -> rule.id().equals(id) && bases(rule).isEmpty());
        return new ReadingPage.Link(id, (general ? ReadingPages.GENERAL : "") + "#r-" + id);
    }

    /** The basis of an example. */
    String basis(Example example) {
        return Statement.at(vocabulary, BASIS, example.point()).values().getFirst();
    }

    /** The bases that a row names; empty when it leaves more than half of them open and so belongs to none in particular. */
    List<String> bases(Rule rule) {
        List<String> named = Statement.asked(vocabulary, BASIS, rule).values();
        return named.size() * 2 > allBases().size() ? List.of() : named;
    }

    /** Every basis, in the order of the word list. */
    List<String> allBases() {
        return vocabulary.facts().stream()
                .filter(fact -> fact.name().equals(BASIS))
                .flatMap(fact -> fact.values().stream())
                .toList();
    }

    String name(String basis) {
        return book.phrases().name(BASIS, basis, Language.NL);
    }
}
