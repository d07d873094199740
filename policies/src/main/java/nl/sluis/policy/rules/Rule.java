package nl.sluis.policy.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a decision table. */
public final class Rule {

    private final String id;
    private final Effect effect;
    private final Box box;
    private final Words words;
    private final Place place;
    private final boolean aboutMessage;

    /**
     * What a row says beside its conditions.
     *
     * @param code reason code; null where the effect has none
     * @param text reason in Dutch
     * @param textEn reason in English
     * @param visibleTo who may read the reason: a reason is itself a disclosure
     * @param names duties, or the people whose consent is needed
     * @param confidence how well the article was checked
     */
    public record Words(
            @Nullable String code,
            String article,
            String text,
            String textEn,
            List<String> visibleTo,
            List<String> names,
            String confidence) {}

    /** Where the row stands, the line of the table's head, and on which days it holds, inclusive. */
    record Place(
            String file,
            int line,
            int table,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        boolean overlaps(Place other) {
            return (from == null || other.until == null || !from.isAfter(other.until))
                    && (until == null || other.from == null || !other.from.isAfter(until));
        }

        boolean holdsOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }

    Rule(String id, Effect effect, Box box, Words words, Place place, boolean aboutMessage) {
        this.id = id;
        this.effect = effect;
        this.box = box;
        this.words = words;
        this.place = place;
        this.aboutMessage = aboutMessage;
    }

    /** The name of the row, such as {@code T-W1}. */
    public String id() {
        return id;
    }

    /** What it does. */
    public Effect effect() {
        return effect;
    }

    /** What it says. */
    public Words words() {
        return words;
    }

    /** Whether it names facts of the message only, so that it holds for every item alike. */
    public boolean aboutMessage() {
        return aboutMessage;
    }

    /** The facts on which it depends, in the order of the word list. */
    public List<String> conditions(Vocabulary vocabulary) {
        return vocabulary.facts().stream()
                .filter(fact -> isCondition(vocabulary, fact))
                .map(Fact::name)
                .toList();
    }

    private boolean isCondition(Vocabulary vocabulary, Fact fact) {
        Integer position = vocabulary.position(fact.name());
        return position != null && box.mask(position) != fact.all();
    }

    Box box() {
        return box;
    }

    Place place() {
        return place;
    }

    /** File and line, for people who want to read it. */
    public String source() {
        return place.file() + ":" + place.line();
    }

    @Override
    public String toString() {
        return id + " (" + source() + ")";
    }
}
