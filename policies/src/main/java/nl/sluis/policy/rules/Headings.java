package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Under which headings tables stand, and in which files: what is written in the wrong place is a fault, not a rule. */
final class Headings {

    /** The closed lists; they stand in files 10 to 19. */
    private static final List<String> LISTS = List.of(
            VocabularyReader.HEADING,
            TermReader.HEADING,
            InForceReader.HEADING,
            RequiredDataReader.HEADING,
            PhraseReader.PHRASES,
            PhraseReader.CODES,
            PhraseReader.PEOPLE,
            ExplanationReader.REASONS,
            ExplanationReader.FIXED,
            ExplanationReader.DUTIES,
            ExplanationReader.SILENCE);

    private Headings() {}

    /** Adds a fault for a table under an unknown heading, or in a file where it does not belong. */
    static void check(MarkdownTables.Table table, List<Fault> faults) {
        Optional<FileKind> home = home(table.heading());
        if (Limits.reached(faults) || home.equals(FileKind.of(table.file())) && home.isPresent()) {
            return;
        }
        String message = home.isEmpty()
                ? "onbekende kop '%s'%s".formatted(table.heading(), Suggestion.after(table.heading(), known()))
                : "een tabel onder '%s' hoort in een bestand %s"
                        .formatted(table.heading(), home.get().where());
        faults.add(new Fault(table.file(), table.line(), message));
    }

    private static Optional<FileKind> home(String heading) {
        if (LISTS.contains(heading)) {
            return Optional.of(FileKind.LISTS);
        }
        if (ExampleReader.HEADINGS.contains(heading)) {
            return Optional.of(FileKind.EXAMPLES);
        }
        if (heading.equals(MonotoneReader.HEADING)) {
            return Optional.of(FileKind.INVARIANTS);
        }
        return Effect.of(heading).map(effect -> effect == Effect.NEVER ? FileKind.INVARIANTS : FileKind.RULES);
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>(LISTS);
        known.addAll(ExampleReader.HEADINGS);
        known.add(MonotoneReader.HEADING);
        known.addAll(Arrays.stream(Effect.values()).map(Effect::heading).toList());
        return known;
    }
}
