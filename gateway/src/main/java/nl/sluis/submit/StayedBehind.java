package nl.sluis.submit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.sluis.adapter.Completeness;
import nl.sluis.adapter.Violation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of a document is no part of the message, by its places: files without a category, elements that nobody here knows, blocks
 * that were not released. Its sender is told with the answer, so that nothing is left out in silence.
 */
record StayedBehind(List<String> notReleased, List<String> notUnderstood, List<Violation> warnings) {

    /** The most places of each sort that are named. */
    private static final int NAMED = 200;

    static StayedBehind of(Completeness completeness) {
        return new StayedBehind(completeness.notReleased(), completeness.notUnderstood(), completeness.warnings());
    }

    /** Adds it to an answer; nothing when all of the document is in the message. */
    Submissions.Outcome toldWith(Submissions.Outcome outcome) {
        boolean some = !notReleased.isEmpty() || !notUnderstood.isEmpty();
        if (some && outcome instanceof Submissions.Outcome.Answered answered) {
            ObjectNode told = answered.answer().putObject("stayedBehind");
            places(told, "notReleased", notReleased);
            places(told, "notUnderstood", notUnderstood);
        }
        if (!warnings.isEmpty() && outcome instanceof Submissions.Outcome.Answered answered) {
            ArrayNode told = answered.answer().putArray("warnings");
            warnings.stream()
                    .limit(NAMED)
                    .forEach(warning -> told.addObject()
                            .put("path", warning.path())
                            .put("code", warning.code())
                            .put("message", warning.message()));
        }
        return outcome;
    }

    /** How much of each sort, and the codes of warnings, as in {@code  | NOT_UNDERSTOOD 2 | BSN_INVALID 1}; empty when nothing. */
    String words() {
        Map<String, Integer> counts = new TreeMap<>();
        warnings.forEach(warning -> counts.merge(warning.code(), 1, Integer::sum));
        StringBuilder words = new StringBuilder();
        word(words, "NOT_RELEASED", notReleased.size());
        word(words, "NOT_UNDERSTOOD", notUnderstood.size());
        counts.forEach((code, count) -> word(words, code, count));
        return words.toString();
    }

    private static void word(StringBuilder words, String code, int count) {
        if (count > 0) {
            words.append(" | ").append(code).append(' ').append(count);
        }
    }

    private static void places(ObjectNode told, String name, List<String> places) {
        told.put(name + "Count", places.size());
        ArrayNode named = told.putArray(name);
        places.stream().limit(NAMED).forEach(named::add);
    }
}
