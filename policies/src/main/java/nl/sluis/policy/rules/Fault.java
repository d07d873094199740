package nl.sluis.policy.rules;

/**
 * A fault in the text of the rules.
 *
 * @param file name of the file
 * @param line first line is 1; 0 when the fault is about the file or the set as a whole
 */
public record Fault(String file, int line, String message) implements Comparable<Fault> {

    @Override
    public int compareTo(Fault other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
