package nl.sluis.policy.rules;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Says a difference in sentences, in Dutch or English: what decides differently from which day on, and which rows, terms and
 * words changed. The conditions come from {@link DifferenceWords}.
 */
public final class DifferenceSentences {

    private final Language language;
    private final DifferenceWords words;

    /** In a language. */
    public DifferenceSentences(Language language, DifferenceWords words) {
        this.language = language;
        this.words = words;
    }

    /**
     * What changes, most important first: what may go from then on, what may no longer, and the rest; then each row, term or
     * fact that changed. One sentence says that nothing is decided differently.
     *
     * @param since what only holds for messages before this day is left out
     */
    public List<String> of(Difference difference, LocalDate since) {
        List<String> sentences = new ArrayList<>();
        for (Difference.Period period : difference.periods()) {
            LocalDate until = period.until();
            if (until == null || !until.isBefore(since)) {
                shown(period.shifts()).stream()
                        .sorted(Comparator.comparing(DifferenceSentences::rank))
                        .map(shift -> sentence(difference, period, shift))
                        .forEach(sentences::add);
            }
        }
        if (sentences.isEmpty()) {
            // Who must consent and which basis is in force are facts by the time that rows are compared
            sentences.add(
                    difference.changes().isEmpty()
                            ? say("Elk geval wordt beslist als tevoren.", "Every case is decided as before.")
                            : say(
                                    "Bij gelijke feiten wordt elk geval beslist als tevoren; wat hieronder is gewijzigd kan de feiten"
                                            + " zelf veranderen, zoals wie toestemming geeft.",
                                    "With equal facts every case is decided as before; what has changed below can change the facts"
                                            + " themselves, such as who consents."));
        }
        difference.changes().stream().map(this::change).forEach(sentences::add);
        return sentences;
    }

    /**
     * Exactly where something that went goes no more on a day, or the other way round: true to the last case, and long.
     *
     * @throws Incomparable when that takes more sentences than anybody reads
     */
    public List<String> exactlyOn(Difference difference, LocalDate day) {
        return difference.permitChanges(day).stream()
                .map(region -> say(
                                "Op %s precies%s. Eerst \u201c%s\u201d, voortaan \u201c%s\u201d.",
                                "On %s exactly%s. Before \u201c%s\u201d, from then on \u201c%s\u201d.")
                        .formatted(
                                day(day),
                                conditions(difference, region),
                                standing(region.before()),
                                standing(region.after())))
                .toList();
    }

    // What becomes of an item goes without saying again for messages that wait for something else anyhow
    private static List<Difference.Shift> shown(List<Difference.Shift> shifts) {
        return shifts.stream()
                .filter(shift ->
                        shifts.stream().noneMatch(other -> saysTheSameOfTheItem(other.region(), shift.region())))
                .toList();
    }

    private static boolean saysTheSameOfTheItem(Region plain, Region region) {
        return region.before().message() != Effect.PERMIT
                && region.before().message() == region.after().message()
                && plain.before()
                        .equals(new Standing(Effect.PERMIT, region.before().item()))
                && plain.after()
                        .equals(new Standing(Effect.PERMIT, region.after().item()))
                && plain.box().equals(region.box());
    }

    private static int rank(Difference.Shift shift) {
        if (shift.region().after().whole() == Effect.PERMIT) {
            return 0;
        }
        return shift.region().before().whole() == Effect.PERMIT ? 1 : 2;
    }

    private String sentence(Difference difference, Difference.Period period, Difference.Shift shift) {
        Region region = shift.region();
        return say(
                        "%s%s. Eerst \u201c%s\u201d, voortaan \u201c%s\u201d, voor zover geen andere regel zwaarder weegt. [%s]",
                        "%s%s. Before \u201c%s\u201d, from then on \u201c%s\u201d, unless another row weighs more. [%s]")
                .formatted(
                        days(period),
                        conditions(difference, region),
                        standing(region.before()),
                        standing(region.after()),
                        String.join(", ", shift.rows()));
    }

    private String conditions(Difference difference, Region region) {
        String conditions = Conditions.of(region.box(), difference.words()).stream()
                .map(condition -> words.condition(condition.fact(), condition.values(), condition.not()))
                .collect(Collectors.joining("; "));
        return conditions.isEmpty() ? "" : say(", waar geldt: ", ", where: ") + conditions;
    }

    private String days(Difference.Period period) {
        LocalDate from = period.from();
        LocalDate until = period.until();
        if (from == null) {
            return until == null ? say("Altijd", "Always") : say("Tot en met ", "Until ") + day(until);
        }
        return until == null
                ? say("Vanaf ", "From ") + day(from)
                : say("Van ", "From ") + day(from) + say(" tot en met ", " until ") + day(until);
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language == Language.EN ? Locale.UK : Locale.of("nl", "NL"))
                .format(day);
    }

    private String standing(Standing standing) {
        if (standing.message() == Effect.PERMIT) {
            return item(standing.item());
        }
        String message = message(standing.message());
        return standing.free() ? message : message + say(" en ", " and ") + item(standing.item());
    }

    private String message(Effect effect) {
        return switch (effect) {
            case DENY -> say("het hele bericht mag niet", "the whole message may not go");
            case REVIEW -> say("een mens beoordeelt het hele bericht", "a person decides about the whole message");
            default -> say("het hele bericht wacht op toestemming", "the whole message waits for consent");
        };
    }

    private String item(Effect effect) {
        return switch (effect) {
            case DENY -> say("het gegeven mag niet", "the item may not go");
            case REVIEW -> say("een mens beoordeelt het gegeven", "a person decides about the item");
            case HOLD -> say("het gegeven wacht op toestemming", "the item waits for consent");
            default -> say("het gegeven mag", "the item may go");
        };
    }

    private String change(RowChanges.Change change) {
        String thing = switch (change.thing()) {
            case ROW -> say("Regel ", "Row ");
            case TERM -> say("Termijn ", "Term ");
            case FACT -> say("Feit ", "Fact ");
            case BASIS -> say("Grondslag ", "Basis ");
            case KIND -> say("Berichtsoort ", "Kind of message ");
            case SILENCE -> say("Zwijgen ", "Silence ");
        };
        return thing
                + change.name()
                + switch (change.kind()) {
                    case ADDED -> say(" is nieuw.", " is new.");
                    case REMOVED -> say(" vervalt.", " is gone.");
                    case CHANGED -> say(" is gewijzigd: ", " changed: ") + String.join(", ", change.what()) + ".";
                };
    }

    private String say(String inDutch, String inEnglish) {
        return language.of(inDutch, inEnglish);
    }
}
