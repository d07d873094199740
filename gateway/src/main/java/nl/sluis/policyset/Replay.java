package nl.sluis.policyset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nl.sluis.policy.DecisionFacts;
import nl.sluis.policy.rules.RuleBook;
import org.jspecify.annotations.Nullable;

/** Takes past decisions again under other rules, and counts what would have been different; by rows, never by person. */
public final class Replay {

    private final RuleBook book;
    private final @Nullable LocalDate day;
    private final Map<Group, Long> different = new HashMap<>();
    private long taken;
    private long unreadable;

    /**
     * Under these rules.
     *
     * @param day the day whose rules decide; null for each decision's own
     */
    public Replay(RuleBook book, @Nullable LocalDate day) {
        this.book = book;
        this.day = day;
    }

    /**
     * Decisions that differ in the same way.
     *
     * @param rows rows that hold under one of the two sets only: gone with {@code -}, new with {@code +}
     */
    public record Group(String before, String after, List<String> rows) {}

    /** Takes one decision again. */
    public void take(DecisionFacts before) {
        Optional<DecisionFacts> again = before.under(book, day == null ? before.day() : day);
        if (again.isEmpty()) {
            unreadable++;
            return;
        }
        taken++;
        DecisionFacts after = again.get();
        if (after.differsFrom(before)) {
            Group group = new Group(outcome(before), outcome(after), rows(before, after));
            different.merge(group, 1L, Long::sum);
        }
    }

    /**
     * Takes decisions again, one a line.
     *
     * @return the number of the first line that is none, counted from 1, and nothing after it was taken; 0 when all are
     */
    long take(BufferedReader lines) throws IOException {
        long line = 0;
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            line++;
            Optional<DecisionFacts> facts = DecisionLines.read(text);
            if (facts.isEmpty()) {
                return line;
            }
            take(facts.get());
        }
        return 0;
    }

    /** Tells what was counted, in the language of the rules. */
    void report(PrintStream out) {
        out.printf("besluiten %d, anders %d%n", taken, different());
        groups().forEach(group -> out.printf(
                "%d: eerst %s, nu %s, door %s%n",
                group.getValue(),
                group.getKey().before(),
                group.getKey().after(),
                String.join(" ", group.getKey().rows())));
        if (unreadable > 0) {
            out.printf("niet te herhalen %d: hun feiten staan in de woorden van een andere woordenlijst%n", unreadable);
        }
    }

    /** How many were taken again. */
    public long taken() {
        return taken;
    }

    /** How many could not be: their facts codes are in the words of another word list. */
    public long unreadable() {
        return unreadable;
    }

    /** How many would have been different. */
    public long different() {
        return different.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The differences, most frequent first. */
    public List<Map.Entry<Group, Long>> groups() {
        return different.entrySet().stream()
                .sorted(Map.Entry.<Group, Long>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().toString(), Comparator.naturalOrder()))
                .toList();
    }

    private static String outcome(DecisionFacts facts) {
        boolean whole = facts.items().stream().allMatch(DecisionFacts.Item::free);
        return switch (facts.outcome()) {
            case PERMIT -> whole ? "toestaan" : "toestaan met minder";
            case HOLD -> "wachten";
            case REVIEW -> "beoordelen";
            case DENY -> "weigeren";
        };
    }

    private static List<String> rows(DecisionFacts before, DecisionFacts after) {
        TreeSet<String> rows = new TreeSet<>();
        before.rows().stream().filter(row -> !after.rows().contains(row)).forEach(row -> rows.add("-" + row));
        after.rows().stream().filter(row -> !before.rows().contains(row)).forEach(row -> rows.add("+" + row));
        return List.copyOf(rows);
    }
}
