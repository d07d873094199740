package nl.sluis.policyset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.Example;
import nl.sluis.policy.rules.Proof;
import nl.sluis.policy.rules.Proofs;
import nl.sluis.policy.rules.Rule;
import nl.sluis.policy.rules.RuleBook;
import nl.sluis.policy.rules.RuleSet;

/**
 * The rules in force on a day as pages for a lawyer: one for each basis, and one for the rows that hold whatever the basis is.
 * A row that names several bases stands on the page of each; every example stands on the page of its basis.
 */
final class ReadingPages {

    /** The page of the rows that name no basis in particular. */
    static final String GENERAL = "alle-grondslagen.html";

    private static final Map<Effect, String> LEADS = Map.of(
            Effect.REQUIRE, "Wie toestemming moet geven. Ieder telt; wie ontbreekt, houdt het bericht op.",
            Effect.DENY, "Geldt een van deze regels, dan mag het niet.",
            Effect.REVIEW, "Geldt een van deze regels en geen van hierboven, dan beslist een mens.",
            Effect.HOLD, "Geldt een van deze regels en geen van hierboven, dan wacht het bericht.",
            Effect.NOTE, "Deze regels houden niets tegen, maar worden wel gemeld.",
            Effect.PERMIT, "Alleen als een van deze regels geldt, en niets het tegenhoudt, mag het.",
            Effect.DUTY, "Wat erbij hoort als het bericht gaat.");

    private final RuleBook book;
    private final Map<String, String> texts;
    private final RuleSet rules;
    private final List<Proof> proofs;
    private final ReadingRows rows;

    ReadingPages(RuleBook book, Map<String, String> texts, LocalDate day) {
        this.book = book;
        this.texts = new TreeMap<>(texts);
        this.rules = book.on(day);
        this.proofs = Proofs.of(book, day);
        this.rows = new ReadingRows(book, rules);
    }

    /** The pages, one a basis, and last the one for every basis. */
    List<ReadingPage> pages() {
        List<ReadingPage> pages = new ArrayList<>();
        for (String basis : rows.allBases()) {
            pages.add(page(basis));
        }
        pages.add(general());
        return pages;
    }

    /** Every claim with its proof. */
    List<Proof> allProofs() {
        return proofs;
    }

    /** Every question that a lawyer has still to answer, of all files. */
    List<FileNotes.Note> questions() {
        return texts.entrySet().stream()
                .flatMap(file -> FileNotes.of(file.getKey(), file.getValue()).stream())
                .filter(FileNotes.Note::question)
                .toList();
    }

    private ReadingPage page(String basis) {
        Predicate<Rule> own = rule -> rows.bases(rule).contains(basis);
        return new ReadingPage(
                "grondslag-" + basis.toLowerCase(Locale.ROOT).replace('_', '-') + ".html",
                basis,
                title(rows.name(basis)),
                rules.inForce(basis),
                notes(own),
                tables(own, false),
                never(own, false),
                examples(basis));
    }

    /** A row of examples is shown once, also when it stands for many cases. */
    private List<ReadingPage.Case> examples(String basis) {
        return book.examples().stream()
                .filter(example -> rows.basis(example).equals(basis))
                .collect(Collectors.groupingBy(Example::source, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(same -> rows.example(same.getFirst()).amongst(same.size()))
                .toList();
    }

    private ReadingPage general() {
        Predicate<Rule> own = rule -> rows.bases(rule).isEmpty();
        return new ReadingPage(
                GENERAL, "", "Voor iedere grondslag", true, notes(own), tables(own, true), never(own, true), List.of());
    }

    private static String title(String name) {
        String plain = name.equals("geen") ? "geen grondslag" : name;
        return plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }

    private List<ReadingPage.Table> tables(Predicate<Rule> own, boolean withBasis) {
        List<ReadingPage.Table> tables = new ArrayList<>();
        for (Effect effect : List.of(
                Effect.REQUIRE, Effect.DENY, Effect.REVIEW, Effect.HOLD, Effect.NOTE, Effect.PERMIT, Effect.DUTY)) {
            List<ReadingPage.Row> found = rules.rules().stream()
                    .filter(own.and(rule -> rule.effect() == effect))
                    .map(rule -> rows.row(rule, withBasis))
                    .toList();
            if (!found.isEmpty()) {
                tables.add(new ReadingPage.Table(effect.heading(), LEADS.getOrDefault(effect, ""), found));
            }
        }
        return tables;
    }

    /** The rows of 90-nooit; those that do not hold on the day have no proof and are left out. */
    private List<ReadingPage.Never> never(Predicate<Rule> own, boolean withBasis) {
        List<ReadingPage.Never> never = new ArrayList<>();
        book.rules().stream()
                .filter(own.and(rule -> rule.effect() == Effect.NEVER))
                .forEach(rule -> proofs.stream()
                        .filter(proof -> proof.claim().startsWith(rule.id() + " "))
                        .findFirst()
                        .ifPresent(proof -> never.add(new ReadingPage.Never(
                                rule.id(),
                                rule.words().text(),
                                rows.conditions(rule, withBasis),
                                proof.proved(),
                                proof.counterExamples()))));
        return never;
    }

    private List<FileNotes.Note> notes(Predicate<Rule> own) {
        return rules.rules().stream()
                .filter(own)
                .map(rule -> rule.source().substring(0, rule.source().lastIndexOf(':')))
                .distinct()
                .sorted()
                .flatMap(file -> FileNotes.of(file, texts.getOrDefault(file, "")).stream())
                .toList();
    }
}
