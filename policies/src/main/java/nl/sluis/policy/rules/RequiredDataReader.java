package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.List;

/** Reads what the law asks at least, per kind of message. */
final class RequiredDataReader {

    static final String HEADING = "Ten minste";

    private static final List<String> COLUMNS = List.of("soort", "over", "een van", "artikel", "zekerheid");

    private RequiredDataReader() {}

    static List<RequiredData> read(List<MarkdownTables.Table> tables, Vocabulary vocabulary, List<Fault> faults) {
        List<RequiredData> found = new ArrayList<>();
        for (MarkdownTables.Table table : tables) {
            Cells cells = new Cells(table, faults);
            if (table.heading().equals(HEADING) && cells.columnsAre(COLUMNS, new Vocabulary(List.of()))) {
                table.rows().forEach(row -> found.add(row(cells, row, vocabulary)));
            }
        }
        return found;
    }

    private static RequiredData row(Cells cells, MarkdownTables.Row row, Vocabulary vocabulary) {
        List<RequiredData.About> abouts = List.of(RequiredData.About.values());
        List<String> words = abouts.stream().map(RequiredData.About::word).toList();
        int about = words.indexOf(cells.word(row, "over", words));
        String kind = cells.word(row, "soort", values(vocabulary, "soort"));
        List<String> oneOf = cells.list(row, "een van", values(vocabulary, "categorie"));
        if (oneOf.isEmpty()) {
            cells.fault(row.line(), "'een van' noemt ten minste een soort gegeven");
        }
        cells.text(row, "artikel");
        cells.word(row, "zekerheid", RuleReader.CONFIDENCE);
        return new RequiredData(kind, abouts.get(Math.max(about, 0)), oneOf);
    }

    private static List<String> values(Vocabulary vocabulary, String fact) {
        Integer position = vocabulary.position(fact);
        return position == null ? List.of() : vocabulary.fact(position).values();
    }
}
