package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the word list. */
final class VocabularyReader {

    static final String HEADING = "Feiten";

    private static final List<String> COLUMNS =
            List.of("feit", "waarden", "over", "onbekend =", "gewoon =", "betekenis");

    /** Words without spaces and signs, so that no cell can be read in two ways. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,39}");

    private static final String FORM = "hoogstens 40 letters, cijfers en streepjes, en geen naam van een vaste kolom";

    /** The fixed columns; a fact of that name could not be told from them. */
    private static final Set<String> RESERVED = Set.of(
            "regel",
            "code",
            "artikel",
            "reden",
            "reason",
            "zichtbaar",
            "zekerheid",
            "plicht",
            "wie",
            "waarom",
            "voorbeeld",
            "zoals",
            "maar",
            "dag",
            "besluit",
            "regels");

    private final List<Fault> faults;
    private final List<Fact> facts = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private VocabularyReader(List<Fault> faults) {
        this.faults = faults;
    }

    static Vocabulary read(List<MarkdownTables.Table> tables, List<Fault> faults) {
        VocabularyReader reader = new VocabularyReader(faults);
        for (MarkdownTables.Table table : tables) {
            if (table.heading().equals(HEADING)) {
                reader.table(table);
            }
        }
        if (reader.facts.isEmpty()) {
            faults.add(new Fault("", 0, "er is geen woordenlijst"));
        }
        return new Vocabulary(reader.facts);
    }

    private void table(MarkdownTables.Table table) {
        Cells cells = new Cells(table, faults);
        if (!cells.columnsAre(COLUMNS, new Vocabulary(List.of()))) {
            return;
        }
        for (MarkdownTables.Row row : table.rows()) {
            if (facts.size() >= Limits.FACTS) {
                cells.fault(row.line(), "meer dan %d feiten".formatted(Limits.FACTS));
                return;
            }
            fact(cells, row);
        }
    }

    private void fact(Cells cells, MarkdownTables.Row row) {
        String name = cells.text(row, "feit");
        if (!names.add(name)) {
            cells.fault(row.line(), "feit '%s' staat er twee keer".formatted(name));
        }
        if (!WORD.matcher(name).matches() || RESERVED.contains(name)) {
            cells.fault(row.line(), "'%s' kan geen feit heten: %s".formatted(name, FORM));
        }
        List<String> values = Arrays.stream(cells.text(row, "waarden").split(",", -1))
                .map(String::strip)
                .toList();
        if (values.size() < 2 || values.size() > Fact.MAX_VALUES) {
            cells.fault(row.line(), "een feit heeft 2 tot %d waarden".formatted(Fact.MAX_VALUES));
            return;
        }
        if (new HashSet<>(values).size() != values.size()) {
            cells.fault(row.line(), "een waarde staat er twee keer");
            return;
        }
        Optional<String> bad = values.stream()
                .filter(value -> !WORD.matcher(value).matches() || value.equals("niet"))
                .findFirst();
        if (bad.isPresent()) {
            cells.fault(row.line(), "'%s' kan geen waarde zijn: %s".formatted(bad.get(), FORM));
            return;
        }
        boolean message = cells.word(row, "over", List.of("bericht", "gegeven")).equals("bericht");
        cells.said(row, "betekenis");
        Fact draft = new Fact(name, values, message ? Fact.Level.MESSAGE : Fact.Level.ITEM, null, 0);
        boolean known = cells.text(row, "onbekend =").equals("-");
        Integer unknown = known
                ? null
                : cells.value(row, draft, cells.text(row, "onbekend =")).orElse(0);
        int usual = cells.value(row, draft, cells.text(row, "gewoon =")).orElse(0);
        facts.add(new Fact(name, values, draft.level(), unknown, usual));
    }
}
