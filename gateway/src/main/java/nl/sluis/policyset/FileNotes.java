package nl.sluis.policyset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The labelled paragraphs of a file of rules, such as why it is there and what is asked of a lawyer. */
final class FileNotes {

    /** Above a question that a lawyer has still to answer. */
    static final String OPEN_QUESTION = "Open vraag aan de jurist";

    private static final Pattern LABEL = Pattern.compile("^\\*\\*([^*]+)\\.\\*\\*\\s*(.*)$");

    /** A paragraph with its label. */
    record Note(String file, String label, String text) {

        boolean question() {
            return label.equals(OPEN_QUESTION);
        }
    }

    private FileNotes() {}

    /** The notes of a file, in their order. */
    static List<Note> of(String file, String text) {
        List<Note> notes = new ArrayList<>();
        String label = "";
        StringBuilder open = new StringBuilder();
        for (String line : (text + "\n\n").split("\n", -1)) {
            Optional<Matcher> start = Optional.of(LABEL.matcher(line.strip())).filter(Matcher::matches);
            boolean ends = line.isBlank() || line.startsWith("#") || line.startsWith("|") || start.isPresent();
            if (ends && !label.isEmpty()) {
                notes.add(new Note(file, label, open.toString().replace("*", "").strip()));
                label = "";
            }
            if (start.isPresent()) {
                label = start.get().group(1);
                open = new StringBuilder(start.get().group(2));
            } else if (!label.isEmpty()) {
                open.append(' ').append(line.strip());
            }
        }
        return notes;
    }
}
