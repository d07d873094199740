package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what is told to whom. Every reason that a reader may get has its text, or there are no rules. */
final class ExplanationReader {

    static final String REASONS = "Uitleg";
    static final String FIXED = "Vaste zinnen";
    static final String DUTIES = "Plichten in woorden";
    static final String SILENCE = "Zwijgen tegen de familie als";

    private static final Pattern ROW = Pattern.compile("[A-Z]+-[A-Z]+[0-9]+");
    private static final Vocabulary NO_FACTS = new Vocabulary(List.of());
    private static final Map<String, List<String>> COLUMNS = Map.of(
            REASONS, List.of("code", "lezer", "tekst", "text"),
            FIXED, List.of("sleutel", "tekst", "text"),
            DUTIES, List.of("plicht", "tekst", "text"),
            SILENCE, List.of("zwijgen", "voor", "waarom"));

    private final Vocabulary vocabulary;
    private final Set<String> codes;
    private final Set<String> familyCodes;
    private final List<Fault> faults;
    private final Map<Reader, Map<String, ExplanationTexts.Text>> reasons = new EnumMap<>(Reader.class);
    private final Map<FixedText, ExplanationTexts.Text> fixed = new EnumMap<>(FixedText.class);
    private final Map<String, ExplanationTexts.Text> duties = new HashMap<>();
    private final List<ExplanationTexts.Silence> silences = new ArrayList<>();

    ExplanationReader(Vocabulary vocabulary, List<Rule> rules, Set<String> codes, List<Fault> faults) {
        this.vocabulary = vocabulary;
        this.faults = faults;
        this.codes = new HashSet<>(codes);
        rules.stream()
                .filter(ExplanationReader::gives)
                .map(ExplanationReader::key)
                .forEach(this.codes::add);
        this.familyCodes = rules.stream()
                .filter(rule -> gives(rule) && Reader.FAMILY.mayRead(rule))
                .map(ExplanationReader::key)
                .collect(Collectors.toSet());
    }

    private Map<String, ExplanationTexts.Text> of(Reader reader) {
        return reasons.computeIfAbsent(reader, key -> new HashMap<>());
    }

    private static boolean gives(Rule rule) {
        return rule.effect().blocks() || rule.effect() == Effect.NOTE;
    }

    private static String key(Rule rule) {
        String code = rule.words().code();
        return code == null ? rule.id() : code;
    }

    ExplanationTexts read(List<MarkdownTables.Table> tables, Collection<Term> terms) {
        tables.forEach(this::table);
        table(tables, REASONS).ifPresent(this::completeReasons);
        table(tables, FIXED).ifPresent(this::completeFixed);
        table(tables, DUTIES).ifPresent(table -> completeDuties(table, terms));
        return new ExplanationTexts(reasons, fixed, duties, silences);
    }

    private static Optional<MarkdownTables.Table> table(List<MarkdownTables.Table> tables, String heading) {
        return tables.stream().filter(table -> table.heading().equals(heading)).findFirst();
    }

    private void table(MarkdownTables.Table table) {
        List<String> columns = COLUMNS.get(table.heading());
        Cells cells = new Cells(table, faults);
        if (columns == null || !cells.columnsAre(columns, table.heading().equals(SILENCE) ? vocabulary : NO_FACTS)) {
            return;
        }
        for (MarkdownTables.Row row : table.rows()) {
            switch (table.heading()) {
                case REASONS -> reason(cells, row);
                case FIXED -> fixed(cells, row);
                case DUTIES -> once(cells, row, duties.put(cells.text(row, "plicht"), text(cells, row)), "plicht");
                default -> silence(table, cells, row);
            }
        }
    }

    private static ExplanationTexts.Text text(Cells cells, MarkdownTables.Row row) {
        return new ExplanationTexts.Text(cells.text(row, "tekst"), cells.text(row, "text"));
    }

    private void reason(Cells cells, MarkdownTables.Row row) {
        String code = cells.text(row, "code");
        // A row may be taken out while its text still stands; what is no code and no name of a row is a mistake
        if (!codes.contains(code) && !ROW.matcher(code).matches()) {
            cells.fault(row.line(), "'%s' mag niet onder 'code'".formatted(code));
        }
        ExplanationTexts.Text text = text(cells, row);
        for (String word : cells.list(row, "lezer", Reader.words())) {
            Reader.of(word).ifPresent(reader -> once(cells, row, of(reader).put(code, text), "code"));
        }
    }

    private void fixed(Cells cells, MarkdownTables.Row row) {
        List<String> keys =
                Arrays.stream(FixedText.values()).map(FixedText::name).toList();
        ExplanationTexts.Text text = text(cells, row);
        int key = keys.indexOf(cells.word(row, "sleutel", keys));
        if (key >= 0) {
            once(cells, row, fixed.put(FixedText.values()[key], text), "sleutel");
            gaps(cells, row, text, FixedText.values()[key].gaps());
        }
    }

    private static void gaps(Cells cells, MarkdownTables.Row row, ExplanationTexts.Text text, int wanted) {
        if (PhraseReader.gaps(text.text()) != wanted || PhraseReader.gaps(text.textEn()) != wanted) {
            cells.fault(row.line(), "{} hoort hier %d keer te staan, in beide talen".formatted(wanted));
        }
    }

    private void once(Cells cells, MarkdownTables.Row row, ExplanationTexts.@Nullable Text before, String column) {
        if (before != null) {
            cells.fault(row.line(), "'%s' staat er twee keer".formatted(cells.text(row, column)));
        }
    }

    private void silence(MarkdownTables.Table table, Cells cells, MarkdownTables.Row row) {
        for (String column : table.columns()) {
            Integer fact = vocabulary.position(column);
            if (fact != null && vocabulary.fact(fact).level() != Fact.Level.MESSAGE) {
                cells.fault(row.line(), "'%s' is geen feit over het hele bericht".formatted(column));
            }
        }
        String name = cells.text(row, "zwijgen");
        if (silences.stream().anyMatch(silence -> silence.name().equals(name))) {
            cells.fault(row.line(), "rij '%s' staat er twee keer".formatted(name));
        }
        cells.text(row, "waarom");
        String who = cells.word(row, "voor", List.of("iedereen", "anderen"));
        silences.add(new ExplanationTexts.Silence(name, cells.box(row, vocabulary), who.equals("anderen")));
    }

    private void completeReasons(MarkdownTables.Table table) {
        for (Reader reader : Reader.values()) {
            Set<String> needed = reader == Reader.FAMILY ? familyCodes : codes;
            Set<String> there = of(reader).keySet();
            needed.stream().filter(code -> !there.contains(code)).sorted().forEach(code -> {
                String message = "'%s' heeft geen tekst voor '%s'".formatted(code, reader.word());
                faults.add(new Fault(table.file(), table.line(), message));
            });
        }
    }

    private void completeFixed(MarkdownTables.Table table) {
        for (FixedText key : FixedText.values()) {
            if (!fixed.containsKey(key)) {
                faults.add(new Fault(table.file(), table.line(), "'%s' heeft geen tekst".formatted(key)));
            }
        }
    }

    private void completeDuties(MarkdownTables.Table table, Collection<Term> terms) {
        Cells cells = new Cells(table, faults);
        Set<String> unused = new HashSet<>(duties.keySet());
        for (Term term : terms) {
            ExplanationTexts.Text text = duties.get(term.duty());
            unused.remove(term.duty());
            if (text == null) {
                cells.fault(table.line(), "plicht '%s' heeft geen tekst".formatted(term.duty()));
            } else {
                int wanted = term.unit() == Term.Unit.NONE ? 0 : 1;
                if (PhraseReader.gaps(text.text()) != wanted || PhraseReader.gaps(text.textEn()) != wanted) {
                    cells.fault(table.line(), "bij '%s' hoort {} %d keer".formatted(term.duty(), wanted));
                }
            }
        }
        unused.stream()
                .sorted()
                .forEach(duty -> cells.fault(table.line(), "'%s' is geen plicht uit de termijnen".formatted(duty)));
    }
}
