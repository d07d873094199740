package nl.sluis.policy.rules;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the phrases: a sentence for every value of every fact, or no set of rules. */
final class PhraseReader {

    static final String PHRASES = "Zinnen";
    static final String CODES = "Namen van codes";
    static final String PEOPLE = "Wie";

    private static final String ANY = "*";
    private static final Vocabulary NO_FACTS = new Vocabulary(List.of());

    private final Vocabulary vocabulary;
    private final List<Fault> faults;
    private final Map<String, Map<String, Phrases.Phrase>> phrases = new HashMap<>();
    private final Map<String, Map<String, Phrases.Name>> codes = new HashMap<>();
    private final Map<Contributor, Phrases.Name> people = new EnumMap<>(Contributor.class);
    private final Map<String, Fault> unused = new LinkedHashMap<>();

    private PhraseReader(Vocabulary vocabulary, List<Fault> faults) {
        this.vocabulary = vocabulary;
        this.faults = faults;
    }

    static Phrases read(Vocabulary vocabulary, List<MarkdownTables.Table> tables, List<Fault> faults) {
        PhraseReader reader = new PhraseReader(vocabulary, faults);
        tables.forEach(reader::table);
        Optional<MarkdownTables.Table> first =
                tables.stream().filter(table -> table.heading().equals(PHRASES)).findFirst();
        first.ifPresent(reader::complete);
        return new Phrases(vocabulary, reader.phrases, reader.codes, reader.people);
    }

    private void table(MarkdownTables.Table table) {
        List<String> columns = switch (table.heading()) {
            case PHRASES -> List.of("feit", "waarde", "zin", "sentence", "wie");
            case CODES -> List.of("feit", "code", "naam", "name");
            case PEOPLE -> List.of("wie", "naam", "name");
            default -> List.of();
        };
        Cells cells = new Cells(table, faults);
        if (columns.isEmpty() || !cells.columnsAre(columns, NO_FACTS)) {
            return;
        }
        for (MarkdownTables.Row row : table.rows()) {
            switch (table.heading()) {
                case PHRASES -> phrase(cells, row);
                case CODES -> code(table, cells, row);
                default -> person(cells, row);
            }
        }
    }

    private void phrase(Cells cells, MarkdownTables.Row row) {
        String fact = cells.text(row, "feit");
        String value = cells.text(row, "waarde");
        if (!known(cells, row, fact, value)) {
            return;
        }
        String who = cells.word(row, "wie", Contributor.words());
        Phrases.Phrase phrase = new Phrases.Phrase(
                cells.text(row, "zin"),
                cells.text(row, "sentence"),
                Contributor.of(who).orElse(Contributor.NOBODY));
        if (gaps(phrase.text()) != gaps(phrase.textEn()) || gaps(phrase.text()) != (value.equals(ANY) ? 1 : 0)) {
            cells.fault(row.line(), "bij * hoort {} een keer in beide talen, en anders niet");
        }
        if (phrases.computeIfAbsent(fact, name -> new HashMap<>()).put(value, phrase) != null) {
            cells.fault(row.line(), "'%s' van '%s' heeft twee zinnen".formatted(value, fact));
        }
    }

    private static int gaps(String text) {
        return text.split("\\{}", -1).length - 1;
    }

    private boolean known(Cells cells, MarkdownTables.Row row, String fact, String value) {
        Integer position = vocabulary.position(fact);
        if (position == null) {
            cells.fault(row.line(), "'%s' is geen feit uit de woordenlijst".formatted(fact));
            return false;
        }
        return value.equals(ANY)
                || cells.value(row, vocabulary.fact(position), value).isPresent();
    }

    private void code(MarkdownTables.Table table, Cells cells, MarkdownTables.Row row) {
        String code = cells.text(row, "code");
        Phrases.Name name = new Phrases.Name(cells.text(row, "naam"), cells.text(row, "name"));
        for (String fact : Arrays.stream(cells.text(row, "feit").split(",", -1))
                .map(String::strip)
                .toList()) {
            if (known(cells, row, fact, code)
                    && codes.computeIfAbsent(fact, key -> new HashMap<>()).put(code, name) != null) {
                cells.fault(row.line(), "'%s' van '%s' heeft twee namen".formatted(code, fact));
            }
            String message = "de naam van '%s' van '%s' staat in geen zin".formatted(code, fact);
            unused.put(fact + "=" + code, new Fault(table.file(), row.line(), message));
        }
    }

    private void person(Cells cells, MarkdownTables.Row row) {
        Phrases.Name name = new Phrases.Name(cells.text(row, "naam"), cells.text(row, "name"));
        Contributor.of(cells.word(row, "wie", Contributor.words())).ifPresent(who -> {
            if (people.put(who, name) != null) {
                cells.fault(row.line(), "'%s' staat er twee keer".formatted(who.word()));
            }
        });
    }

    /** Every value gets its own phrase or the pattern of its fact; every pattern its name, and every name a use. */
    private void complete(MarkdownTables.Table table) {
        for (Fact fact : vocabulary.facts()) {
            Map<String, Phrases.Phrase> own = phrases.computeIfAbsent(fact.name(), name -> new HashMap<>());
            Phrases.Phrase pattern = own.remove(ANY);
            for (String value : fact.values()) {
                Phrases.Phrase phrase = own.containsKey(value) ? own.get(value) : pattern;
                if (phrase == null) {
                    fault(table, "'%s' van '%s' heeft geen zin".formatted(value, fact.name()));
                } else {
                    own.put(value, phrase);
                    named(table, fact.name(), value, phrase);
                }
            }
        }
        for (Contributor who : Contributor.values()) {
            if (!people.containsKey(who)) {
                fault(table, "'%s' heeft geen naam onder '%s'".formatted(who.word(), PEOPLE));
            }
        }
        faults.addAll(unused.values());
    }

    private void named(MarkdownTables.Table table, String fact, String value, Phrases.Phrase phrase) {
        if (phrase.pattern()) {
            unused.remove(fact + "=" + value);
            if (!codes.getOrDefault(fact, Map.of()).containsKey(value)) {
                fault(table, "'%s' van '%s' heeft geen naam".formatted(value, fact));
            }
        }
    }

    private void fault(MarkdownTables.Table table, String message) {
        faults.add(new Fault(table.file(), table.line(), message));
    }
}
