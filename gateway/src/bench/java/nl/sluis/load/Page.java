package nl.sluis.load;

import static nl.sluis.load.Measured.millis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** The results as a page. */
final class Page {

    private static final String HEAD = """
            | What | Text | Messages | Asked/s | Receipts/s | Accepted, ms p50 / p99 / p99.9 | Receipt recorded, ms p50 / p99 / p99.9 | CPU ms, nodes + databases | Driver | kB log | Refused, lost |
            |---|---|---|---|---|---|---|---|---|---|---|
            """;

    private Page() {}

    /** One step as a line of the table. */
    static String line(Measured of) {
        return String.format(
                Locale.ROOT,
                "| %s | %d kB | %d | %d | %.1f | %.1f / %.1f / %s | %.1f / %.1f / %s | %.2f + %.2f | %.2f | %.1f | %d, %d |",
                of.course(),
                of.size(),
                of.sent(),
                of.wanted(),
                of.perSecond(),
                millis(of.accepted(), 50),
                millis(of.accepted(), 99),
                rare(of.accepted()),
                millis(of.receipted(), 50),
                millis(of.receipted(), 99),
                rare(of.receipted()),
                of.nodeMillis(),
                of.databaseMillis(),
                of.driverMillisEach(),
                of.loggedKilobytes(),
                of.refused(),
                of.lost());
    }

    // Of fewer it would be one or two of them
    private static String rare(Histogram histogram) {
        return histogram.getTotalCount() < 10_000 ? "-" : String.format(Locale.ROOT, "%.1f", millis(histogram, 99.9));
    }

    static String of(Machine machine, Wanted wanted, List<Measured> all, String arguments) {
        return PageText.BEFORE.formatted(
                        machine.day(),
                        machine.processor(),
                        machine.cores(),
                        machine.kernel(),
                        machine.java(),
                        machine.load(),
                        machine.fsyncMicros() / 1000.0,
                        wanted.repeats(),
                        wanted.seconds(),
                        wanted.warmUp(),
                        wanted.set().isEmpty() ? "none" : wanted.set().toString())
                + HEAD
                + all.stream().map(Page::line).collect(Collectors.joining("\n"))
                + "\n\n"
                + summary(wanted, all)
                + PageText.AFTER.formatted(arguments);
    }

    private static String summary(Wanted wanted, List<Measured> all) {
        int calm = wanted.rates().getFirst();
        int size = wanted.sizes().getFirst();
        StringBuilder text = new StringBuilder("""
                | Of %d kB, over the repeats | Sluis | Floor | Ratio | Wanted |
                |---|---|---|---|---|
                """.formatted(size));
        row(text, "CPU ms a message at " + calm + "/s, nodes and databases", all, calm, size, Measured::cpuMillis, "3.0 ms, 3 times");
        int high = highest(all, size);
        if (high > calm) {
            row(text, "CPU ms a message at " + high + "/s", all, high, size, Measured::cpuMillis, "3.0 ms, 3 times");
        }
        row(text, "p50 ms until the receipt at " + calm + "/s", all, calm, size, of -> millis(of.receipted(), 50), "10");
        row(text, "p99 ms until the receipt at " + calm + "/s", all, calm, size, of -> millis(of.receipted(), 99), "40");
        row(text, "p99 ms until accepted at " + calm + "/s", all, calm, size, of -> millis(of.accepted(), 99), "25");
        text.append("| highest rate that it kept up with | ")
                .append(kept(all, "Sluis", size))
                .append(" | ")
                .append(kept(all, "floor", size))
                .append(" | | 600 |\n| most receipts a second in a step | ")
                .append(most(all, "Sluis", size))
                .append(" | ")
                .append(most(all, "floor", size))
                .append(" | | 600 |\n");
        return text.toString();
    }

    private static void row(
            StringBuilder text,
            String what,
            List<Measured> all,
            int rate,
            int size,
            ToDoubleFunction<Measured> figure,
            String wanted) {
        Optional<double[]> sluis = range(all, "Sluis", rate, size, figure);
        Optional<double[]> floor = range(all, "floor", rate, size, figure);
        text.append("| ")
                .append(what)
                .append(" | ")
                .append(sluis.map(Page::shown).orElse("-"))
                .append(" | ")
                .append(floor.map(Page::shown).orElse("-"))
                .append(" | ")
                .append(
                        sluis.isPresent() && floor.isPresent()
                                ? String.format(Locale.ROOT, "%.1f", mean(sluis.get()) / mean(floor.get()))
                                : "-")
                .append(" | ")
                .append(wanted)
                .append(" |\n");
    }

    private static Optional<double[]> range(
            List<Measured> all, String course, int rate, int size, ToDoubleFunction<Measured> figure) {
        double[] found = all.stream()
                .filter(of -> of.course().equals(course) && of.wanted() == rate && of.size() == size)
                .mapToDouble(figure)
                .sorted()
                .toArray();
        return found.length == 0 ? Optional.empty() : Optional.of(found);
    }

    private static String shown(double[] sorted) {
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        return high - low < 0.05
                ? String.format(Locale.ROOT, "%.1f", low)
                : String.format(Locale.ROOT, "%.1f to %.1f", low, high);
    }

    private static double mean(double[] of) {
        return Arrays.stream(of).average().orElse(Double.NaN);
    }

    private static int highest(List<Measured> all, int size) {
        return all.stream()
                .filter(of -> of.course().equals("Sluis") && of.size() == size && of.keptUp())
                .mapToInt(Measured::wanted)
                .max()
                .orElse(0);
    }

    // In every repeat, or it did not
    private static String kept(List<Measured> all, String course, int size) {
        return all.stream()
                .filter(of -> of.course().equals(course) && of.size() == size)
                .collect(Collectors.groupingBy(Measured::wanted, Collectors.reducing(true, Measured::keptUp, Boolean::logicalAnd)))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue())
                .map(entry -> entry.getKey())
                .max(Comparator.naturalOrder())
                .map(rate -> rate + "/s")
                .orElse("none");
    }

    private static String most(List<Measured> all, String course, int size) {
        double[] found = all.stream()
                .filter(of -> of.course().equals(course) && of.size() == size)
                .mapToDouble(Measured::perSecond)
                .toArray();
        return String.format(Locale.ROOT, "%.0f", Arrays.stream(found).max().orElse(Double.NaN));
    }
}
