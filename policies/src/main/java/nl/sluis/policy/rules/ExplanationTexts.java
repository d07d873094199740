package nl.sluis.policy.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is told to whom, in two languages, and when the family is told nothing. Immutable. */
public final class ExplanationTexts {

    /** A text in two languages. */
    record Text(String text, String textEn) {

        String in(Language language) {
            return language.of(text, textEn);
        }
    }

    /** A case in which the family is told nothing, by the name of its row; of others than the subject alone, or of everybody. */
    record Silence(String name, Box box, boolean othersOnly) {}

    private final Map<Reader, Map<String, Text>> reasons;
    private final Map<FixedText, Text> fixed;
    private final Map<String, Text> duties;
    private final List<Silence> silences;

    /** Texts that were checked to be complete, or none at all. */
    ExplanationTexts(
            Map<Reader, Map<String, Text>> reasons,
            Map<FixedText, Text> fixed,
            Map<String, Text> duties,
            List<Silence> silences) {
        this.reasons = Map.copyOf(reasons);
        this.fixed = Map.copyOf(fixed);
        this.duties = Map.copyOf(duties);
        this.silences = List.copyOf(silences);
    }

    /** When the family is told nothing, in the order of the table. */
    List<Silence> silences() {
        return silences;
    }

    /** The text of a reason code, or of a row without one by its own name; empty when the set has no texts for this reader. */
    public Optional<String> reason(String code, Reader reader, Language language) {
        return Optional.ofNullable(reasons.getOrDefault(reader, Map.of()).get(code))
                .map(text -> text.in(language));
    }

    /** A fixed sentence with its places filled; the name of it when the set has no texts. */
    public String fixed(FixedText key, Language language, String... filling) {
        Text text = fixed.get(key);
        return text == null ? key.name() + String.join(" ", filling) : fill(text.in(language), filling);
    }

    /** What a duty asks; the filling is its day where it has one. */
    public String duty(String duty, Language language, String... filling) {
        Text text = duties.get(duty);
        return text == null ? duty + String.join(" ", filling) : fill(text.in(language), filling);
    }

    private static String fill(String text, String... filling) {
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (String part : filling) {
            int gap = text.indexOf(Phrases.GAP, from);
            if (gap < 0) {
                break;
            }
            result.append(text, from, gap).append(part);
            from = gap + Phrases.GAP.length();
        }
        return result.append(text.substring(from)).toString();
    }

    /**
     * Whether the family is told nothing about such a message.
     *
     * @param message the facts of the message
     * @param subject whether the person asks about himself
     */
    public boolean silent(Point message, boolean subject) {
        return silences.stream()
                .filter(silence -> !(subject && silence.othersOnly()))
                .anyMatch(silence -> holds(silence.box(), message));
    }

    private static boolean holds(Box box, Point point) {
        for (int f = 0; f < box.size(); f++) {
            if (!box.contains(f, point.value(f))) {
                return false;
            }
        }
        return true;
    }
}
