package nl.sluis.policy.rules;

import java.util.List;

/**
 * How large a set of rules may be. A set comes from people who may be wrong or hostile; past a limit it is refused with a fault,
 * so that reading and proving end within seconds and in bounded memory.
 */
public final class Limits {

    /** Files of one set; the shipped set has some twenty. */
    public static final int FILES = 100;

    /** Characters of one file, and bytes of it on disk: eight times the largest shipped file. */
    public static final int FILE_CHARS = 256_000;

    /** Characters of all files together, for parsing costs some hundred bytes of memory a character. */
    public static final int SET_CHARS = 2_000_000;

    /** Characters of a line; a row of the widest shipped table has some five hundred. */
    public static final int LINE_CHARS = 4_000;

    /** Lines of a file; who needs more had better split it. */
    public static final int LINES = 4_000;

    /** Columns of a table: every fact once, and the fixed columns. */
    public static final int COLUMNS = 96;

    /** Facts in the word list; each costs a mask a rule. */
    public static final int FACTS = 80;

    /** Rows of decision tables in a set, invariants too; the shipped set has some two hundred. */
    public static final int RULES = 1_000;

    /** Points that all examples of a set stand for together. */
    public static final int EXAMPLES = 20_000;

    /** Points that one example in short notation may stand for: the lists of its changes multiply. */
    static final int POINTS_A_ROW = 512;

    /** How many examples deep an example in short notation may lean on others; deeper nobody can follow. */
    static final int EXAMPLE_DEPTH = 8;

    /** Periods with different rules; each is proved anew. */
    public static final int PERIODS = 40;

    /** Faults that are told; the reader stops there, for the rest mostly follows from them. */
    static final int FAULTS = 100;

    /** Letters of a name that a suggestion is looked for; longer ones are no slips of the pen. */
    static final int SUGGESTED_CHARS = 40;

    /** Known words that a suggestion is looked for among. */
    static final int SUGGESTIONS = 2_000;

    private Limits() {}

    /** Whether so much is wrong that reading on only costs time. */
    static boolean reached(List<Fault> faults) {
        return faults.size() >= FAULTS;
    }
}
