package nl.sluis.policy.rules;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may stand in a file; its name says it, so that a lawyer knows where to look and nothing hides. */
enum FileKind {
    /** Prose about the set; no tables. */
    GUIDE("0\\d-NAME\\.md", "00 tot en met 09"),
    /** The word list, the terms and the other closed lists. */
    LISTS("1\\d-NAME\\.md", "10 tot en met 19"),
    /** Examples beside the rules. */
    EXAMPLES("[2-8]\\d-NAME\\.voorbeelden\\.md", "*.voorbeelden.md"),
    /** Decision tables. */
    RULES("[2-8]\\d-NAME\\.md", "20 tot en met 89"),
    /** What must hold whatever the decision tables say. */
    INVARIANTS("9\\d-NAME\\.md", "90 tot en met 99");

    private final Pattern name;
    private final String where;

    FileKind(String name, String where) {
        this.name = Pattern.compile(name.replace("NAME", "[A-Za-z0-9-]{1,60}"));
        this.where = where;
    }

    /** In which files, in Dutch. */
    String where() {
        return where;
    }

    /** The kind of a file; empty when its name has not the form of a rule file. */
    static Optional<FileKind> of(String file) {
        return Arrays.stream(values())
                .filter(kind -> kind.name.matcher(file).matches())
                .findFirst();
    }
}
