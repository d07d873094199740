package nl.sluis.policy.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one set of rules decides differently from another, for every thinkable case and every day: exact, not sampled. Beside it
 * the rows, terms and words that changed. Signers of a set sign its {@link #hash()}: the effect, not only the text.
 */
public final class Difference {

    /** The first line of the canonical form; another number means that older hashes are not comparable. */
    private static final String FORM = "verschil/1";

    private static final int MAX_REGIONS = 5_000;

    private final Vocabulary words;
    private final List<Period> periods;
    private final List<RowChanges.Change> changes;

    /**
     * Days between which the difference is the same.
     *
     * @param from the first day; null when there is none
     * @param until the last day; null when there is none
     */
    record Period(@Nullable LocalDate from, @Nullable LocalDate until, DifferenceDiagram diagram, List<Shift> shifts) {

        boolean alike(Period other) {
            return shifts.equals(other.shifts) && Arrays.equals(diagram.canonical(), other.diagram.canonical());
        }

        boolean has(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }

    /**
     * A change of the decision that happens somewhere in the box of a row that changed.
     *
     * @param rows the rows that changed and have this box
     */
    record Shift(Region region, List<String> rows) {}

    private Difference(Vocabulary words, List<Period> periods, List<RowChanges.Change> changes) {
        this.words = words;
        this.periods = periods;
        this.changes = changes;
    }

    /**
     * Compares two sets.
     *
     * @throws Incomparable when they differ in more places than can be said
     */
    public static Difference between(RuleBook before, RuleBook after) {
        JointWords joint = new JointWords(before.vocabulary(), after.vocabulary());
        NavigableSet<LocalDate> starts = new TreeSet<>(before.periods());
        starts.addAll(after.periods());
        List<Period> periods = new ArrayList<>();
        for (LocalDate start : starts) {
            LocalDate next = starts.higher(start);
            PeriodDifference found = PeriodDifference.between(joint, before.on(start), after.on(start));
            add(
                    periods,
                    new Period(
                            start.equals(LocalDate.MIN) ? null : start,
                            next == null ? null : next.minusDays(1),
                            found.diagram(),
                            found.shifts()));
        }
        return new Difference(joint.vocabulary(), periods, RowChanges.between(before, after));
    }

    // A start at which nothing changes for the comparison is no start
    private static void add(List<Period> periods, Period period) {
        if (!periods.isEmpty() && periods.getLast().alike(period)) {
            Period last = periods.removeLast();
            periods.add(new Period(last.from(), period.until(), last.diagram(), last.shifts()));
        } else {
            periods.add(period);
        }
    }

    /** Whether every case is decided alike on every day; the text may differ all the same. */
    public boolean decidesAlike() {
        return periods.stream().allMatch(period -> period.diagram().isEmpty());
    }

    /** Whether nothing that is compared differs. */
    public boolean isEmpty() {
        return decidesAlike() && changes.isEmpty();
    }

    /**
     * Exactly where something that went goes no more on a day, or the other way round.
     *
     * @throws Incomparable when that takes more regions than anybody reads
     */
    List<Region> permitChanges(LocalDate day) {
        List<Region> regions = periods.stream()
                .filter(period -> period.has(day))
                .flatMap(period -> period.diagram().permitChanges(words.everything(), MAX_REGIONS).stream())
                .toList();
        return RegionMerge.of(regions);
    }

    /** Whether the two sets decide differently about these facts on that day. */
    boolean differsAt(Point point, LocalDate day) {
        return periods.stream()
                .filter(period -> period.has(day))
                .anyMatch(period -> period.diagram().differsAt(point));
    }

    /** The same text for the same difference, line by line: what {@link #hash()} is over. */
    public String canonical() {
        StringBuilder text = new StringBuilder(FORM).append('\n');
        for (Period period : periods) {
            if (!period.diagram().isEmpty()) {
                text.append("verschil\t")
                        .append(day(period.from()))
                        .append('\t')
                        .append(day(period.until()));
                text.append('\t').append(sha256(period.diagram().canonical())).append('\n');
            }
            for (Shift shift : period.shifts()) {
                text.append("besluit\t").append(day(period.from())).append('\t').append(day(period.until()));
                text.append('\t').append(standing(shift.region().before()));
                text.append('\t').append(standing(shift.region().after()));
                text.append('\t').append(conditions(shift.region().box())).append('\n');
            }
        }
        for (RowChanges.Change change : changes) {
            text.append(change.thing()).append('\t').append(change.kind()).append('\t');
            text.append(change.name())
                    .append('\t')
                    .append(String.join(",", change.what()))
                    .append('\n');
        }
        return text.toString();
    }

    /** {@code sha256:} and 64 hexadecimal digits over {@link #canonical()}. */
    public String hash() {
        return sha256(canonical().getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    List<Period> periods() {
        return periods;
    }

    List<RowChanges.Change> changes() {
        return changes;
    }

    Vocabulary words() {
        return words;
    }

    private String conditions(Box box) {
        return Conditions.of(box, words).stream()
                .map(condition ->
                        condition.fact().name() + (condition.not() ? "!=" : "=") + String.join(",", condition.values()))
                .collect(Collectors.joining("; "));
    }

    private static String standing(Standing standing) {
        return standing.message() + "/" + standing.item();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "-" : day.toString();
    }
}
