package nl.sluis.policy.rules;

import java.util.List;
import java.util.SortedMap;

/**
 * Whether the text of a set is of a size that can be read, and plain: what a person cannot see must not decide, and must not
 * change the hash that he signs.
 */
final class PlainText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';

    private final String file;
    private final List<Fault> faults;

    private PlainText(String file, List<Fault> faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Adds what is wrong to the faults; nothing of the set is to be read when there are any. */
    static void check(SortedMap<String, String> files, List<Fault> faults) {
        if (files.size() > Limits.FILES) {
            faults.add(new Fault("", 0, "%d bestanden; hoogstens %d".formatted(files.size(), Limits.FILES)));
            return;
        }
        files.forEach((name, text) -> {
            if (!Limits.reached(faults)) {
                new PlainText(name, faults).file(text);
            }
        });
        long chars = files.values().stream().mapToLong(String::length).sum();
        if (chars > Limits.SET_CHARS) {
            faults.add(
                    new Fault("", 0, "%d tekens in alle bestanden; hoogstens %d".formatted(chars, Limits.SET_CHARS)));
        }
    }

    private void file(String text) {
        if (FileKind.of(file).isEmpty()) {
            fault(0, "een bestand heet NN-naam.md of NN-naam.voorbeelden.md, met NN van 00 tot en met 99");
        }
        if (text.length() > Limits.FILE_CHARS) {
            fault(0, "%d tekens; hoogstens %d".formatted(text.length(), Limits.FILE_CHARS));
            return;
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            fault(1, "een BOM (U+FEFF) aan het begin; bewaar het bestand als UTF-8 zonder BOM");
            return;
        }
        if (text.indexOf('\r') >= 0) {
            fault(1 + lines(text, text.indexOf('\r')), "een regeleinde van Windows (CR); bewaar met alleen LF");
            return;
        }
        if (lines(text, text.length()) >= Limits.LINES) {
            fault(Limits.LINES, "meer dan %d regels".formatted(Limits.LINES));
            return;
        }
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length && !Limits.reached(faults); i++) {
            line(i + 1, lines[i]);
        }
    }

    private static int lines(String text, int end) {
        return (int) text.chars().limit(end).filter(c -> c == '\n').count();
    }

    private void line(int number, String line) {
        if (line.length() > Limits.LINE_CHARS) {
            fault(number, "%d tekens op een regel; hoogstens %d".formatted(line.length(), Limits.LINE_CHARS));
            return;
        }
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            int sign = line.codePointAt(i);
            if (!visible(sign)) {
                fault(
                        number,
                        "onzichtbaar of onleesbaar teken U+%04X op plaats %d%s".formatted(sign, i + 1, cure(sign)));
                return;
            }
        }
    }

    private static boolean visible(int sign) {
        return switch (Character.getType(sign)) {
            case Character.SPACE_SEPARATOR -> sign == ' ';
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> sign != REPLACEMENT;
        };
    }

    private static String cure(int sign) {
        if (sign == '\t' || Character.getType(sign) == Character.SPACE_SEPARATOR) {
            return "; schrijf een gewone spatie";
        }
        return sign == REPLACEMENT ? "; bewaar het bestand als UTF-8" : "; haal het weg";
    }

    private void fault(int line, String message) {
        faults.add(new Fault(file, line, message));
    }
}
