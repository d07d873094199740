package nl.sluis.policyset;

import java.util.List;

/**
 * What stands on one page for a lawyer.
 *
 * @param file name of the page
 * @param code of the basis; empty for the page of rows that hold for every basis
 * @param inForce whether the basis is in force on the day
 * @param notes why the rows are there and what they rest on, per file
 */
record ReadingPage(
        String file,
        String code,
        String title,
        boolean inForce,
        List<FileNotes.Note> notes,
        List<Table> tables,
        List<Never> never,
        List<Case> examples) {

    /** Rows of one effect, under the heading that they have in the rules. */
    record Table(String heading, String lead, List<Row> rows) {

        public boolean reasons() {
            return rows.stream().anyMatch(row -> !row.text().isEmpty());
        }
    }

    /**
     * A row in plain words.
     *
     * @param names duties, or whose consent is needed
     */
    record Row(
            String id,
            List<String> conditions,
            String text,
            String code,
            List<String> names,
            String article,
            String confidence,
            String readers,
            String source) {}

    /** What never may be, with its proof. */
    record Never(String id, String text, List<String> conditions, boolean proved, List<String> counterExamples) {}

    /** An example with what it expects. */
    record Case(String name, List<String> facts, String expected, List<Link> rules, boolean holds, String source) {

        /** The first of several cases for which one row of examples stands; the facts are those of the first. */
        Case amongst(int cases) {
            return cases == 1
                    ? this
                    : new Case(
                            "%s; en %d gevallen meer".formatted(name, cases - 1),
                            facts,
                            expected,
                            rules,
                            holds,
                            source);
        }
    }

    /** A row that is named, and where it stands. */
    record Link(String id, String href) {}

    /** The questions that a lawyer has still to answer. */
    public List<FileNotes.Note> questions() {
        return notes.stream().filter(FileNotes.Note::question).toList();
    }

    /** The other notes. */
    public List<FileNotes.Note> reasons() {
        return notes.stream().filter(note -> !note.question()).toList();
    }

    /** How many rows decide. */
    public int rowCount() {
        return tables.stream().mapToInt(table -> table.rows().size()).sum();
    }
}
