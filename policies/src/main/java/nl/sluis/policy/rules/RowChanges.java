package nl.sluis.policy.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between two sets of rules in their text: rows, terms and words. Says where to look, not what it does. */
final class RowChanges {

    /** Whom a row asks: no case is decided by it directly, so that nothing else shows what became of it. */
    private static final String WHO = "wie";

    private final List<Change> changes = new ArrayList<>();

    /**
     * One difference.
     *
     * @param thing what it is about
     * @param name the row, the duty or the fact
     * @param what the columns that changed, in the words of the tables; with both values, but for what of a row is long, or is
     *     compared case by case; empty when it is new or gone
     */
    record Change(Thing thing, Kind kind, String name, List<String> what) {}

    enum Thing {
        ROW,
        TERM,
        FACT,
        /** A basis, and when it may be relied on: the fact {@code in-werking} follows from it. */
        BASIS,
        /** A kind of message, and what it holds at least: facts follow from it. */
        KIND,
        /** A case in which the family is told nothing. */
        SILENCE
    }

    enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    private RowChanges() {}

    static List<Change> between(RuleBook before, RuleBook after) {
        RowChanges changes = new RowChanges();
        changes.compare(Thing.ROW, rows(before), rows(after));
        changes.compare(Thing.TERM, terms(before), terms(after));
        changes.compare(Thing.FACT, facts(before), facts(after));
        changes.compare(Thing.BASIS, bases(before), bases(after));
        changes.compare(Thing.KIND, kinds(before), kinds(after));
        changes.compare(Thing.SILENCE, silences(before), silences(after));
        return changes.changes;
    }

    private void compare(Thing thing, Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            Map<String, String> old = before.get(name);
            Map<String, String> now = after.get(name);
            if (old == null) {
                changes.add(new Change(thing, Kind.ADDED, name, List.of()));
            } else if (now == null) {
                changes.add(new Change(thing, Kind.REMOVED, name, List.of()));
            } else if (!old.equals(now)) {
                List<String> what = now.keySet().stream()
                        .filter(column -> !Objects.equals(old.get(column), now.get(column)))
                        .map(column -> thing == Thing.ROW && !column.equals(WHO)
                                ? column
                                : "%s %s -> %s".formatted(column, old.get(column), now.get(column)))
                        .sorted()
                        .toList();
                changes.add(new Change(thing, Kind.CHANGED, name, what));
            }
        }
    }

    private static Map<String, Map<String, String>> rows(RuleBook book) {
        Map<String, Map<String, String>> rows = new HashMap<>();
        for (Rule rule : book.rules()) {
            Map<String, String> row = new LinkedHashMap<>();
            Rule.Words words = rule.words();
            row.put("tabel", rule.effect().heading());
            row.put("voorwaarden", conditions(book.vocabulary(), rule.box()));
            row.put("geldig", day(rule.place().from()) + " " + day(rule.place().until()));
            row.put("code", Objects.requireNonNullElse(words.code(), "-"));
            row.put("artikel", words.article());
            row.put("reden", words.text());
            row.put("reason", words.textEn());
            row.put("zichtbaar", String.join(", ", words.visibleTo()));
            row.put(rule.effect() == Effect.REQUIRE ? WHO : "plicht", String.join(", ", words.names()));
            row.put("zekerheid", words.confidence());
            rows.put(rule.id(), row);
        }
        return rows;
    }

    private static String conditions(Vocabulary vocabulary, Box box) {
        List<String> conditions = new ArrayList<>();
        for (int f = 0; f < box.size(); f++) {
            Fact fact = vocabulary.fact(f);
            if (box.mask(f) != fact.all()) {
                conditions.add(fact.name() + "=" + String.join(", ", Conditions.values(fact, box.mask(f))));
            }
        }
        return String.join("; ", conditions);
    }

    private static Map<String, Map<String, String>> silences(RuleBook book) {
        Map<String, Map<String, String>> silences = new HashMap<>();
        for (ExplanationTexts.Silence silence : book.explanations().silences()) {
            silences.put(
                    silence.name(),
                    Map.of(
                            "als",
                            conditions(book.vocabulary(), silence.box()),
                            "voor",
                            silence.othersOnly() ? "anderen" : "iedereen"));
        }
        return silences;
    }

    private static Map<String, Map<String, String>> terms(RuleBook book) {
        Map<String, Map<String, String>> terms = new HashMap<>();
        book.terms()
                .forEach((duty, term) -> terms.put(
                        duty,
                        Map.of(
                                "aantal",
                                Integer.toString(term.count()),
                                "eenheid",
                                term.unit().word())));
        return terms;
    }

    private static Map<String, Map<String, String>> bases(RuleBook book) {
        Map<String, Map<String, String>> bases = new HashMap<>();
        for (InForce basis : book.inForce()) {
            String days = basis.off() ? "uit" : "van " + day(basis.from()) + " tot en met " + day(basis.until());
            bases.merge(
                    basis.basis(),
                    Map.of("in werking", days),
                    (one, other) -> Map.of("in werking", one.get("in werking") + "; " + other.get("in werking")));
        }
        return bases;
    }

    private static Map<String, Map<String, String>> kinds(RuleBook book) {
        Map<String, Map<String, String>> kinds = new HashMap<>();
        for (RequiredData required : book.required()) {
            String data = required.about().word() + ": " + String.join(" of ", required.oneOf());
            kinds.merge(
                    required.kind(),
                    Map.of("minimum", data),
                    (one, other) -> Map.of("minimum", one.get("minimum") + "; " + other.get("minimum")));
        }
        return kinds;
    }

    private static Map<String, Map<String, String>> facts(RuleBook book) {
        Map<String, Map<String, String>> facts = new HashMap<>();
        for (Fact fact : book.vocabulary().facts()) {
            Integer unknown = fact.unknown();
            facts.put(
                    fact.name(),
                    Map.of(
                            "waarden", String.join(", ", fact.values()),
                            "over", fact.level().name(),
                            "onbekend =", unknown == null ? "-" : fact.values().get(unknown)));
        }
        return facts;
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "-" : day.toString();
    }
}
