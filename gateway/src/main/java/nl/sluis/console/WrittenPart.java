package nl.sluis.console;

/**
 * Something that leaves or is withheld by itself, as somebody wrote it.
 *
 * @param id as the decision names it
 * @param label key of the text that says what it is
 * @param text what was written; a number is not shown
 */
public record WrittenPart(String id, String label, String text) {

    /** Never what was written. */
    @Override
    public String toString() {
        return "WrittenPart[" + id + "]";
    }
}
