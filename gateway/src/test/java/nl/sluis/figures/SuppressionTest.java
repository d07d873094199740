package nl.sluis.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.sluis.figures.Split.Parts;
import nl.sluis.figures.Split.Shown;

/** Whoever has what is shown tries every table that fits it: each hidden cell stays as wide as the smallest cell. */
class SuppressionTest {

    private static final int SMALLEST = 2;

    @Property(tries = 400)
    void ofALineEveryHiddenCellMayBeManyThings(@ForAll("lines") List<Integer> counts) {
        Line line = Line.of(counts, SMALLEST);

        shownIsTrueAndLarge(line.cells(), counts);
        List<List<Integer>> fitting = new ArrayList<>();
        // An unknown total is at least as large as the largest that is tried
        int most = line.total().orElse(3 * SMALLEST);
        fill(line.cells(), most, new ArrayList<>(), fitting, line.total());
        assertThat(fitting).contains(counts);
        for (int i = 0; i < counts.size(); i++) {
            int cell = i;
            if (line.cells().get(i).isEmpty()) {
                wide(fitting.stream().mapToInt(one -> one.get(cell)).summaryStatistics());
            }
        }
    }

    @Property(tries = 300)
    void ofASplitTableEveryHiddenCellMayBeManyThings(@ForAll("tables") List<Parts> rows) {
        Split split = Split.of(rows, SMALLEST);

        shownIsTrueAndLarge(
                cells(split.rows()),
                rows.stream().flatMap(row -> parts(row).stream()).toList());
        List<List<Parts>> fitting = fitting(split);
        assertThat(fitting).contains(rows);
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            Shown shown = split.rows().get(i);
            if (shown.first().isEmpty()) {
                wide(fitting.stream().mapToInt(one -> one.get(row).first()).summaryStatistics());
                wide(fitting.stream().mapToInt(one -> one.get(row).second()).summaryStatistics());
            }
            if (shown.sum().isEmpty()) {
                wide(fitting.stream().mapToInt(one -> one.get(row).sum()).summaryStatistics());
            }
        }
        if (split.total().first().isEmpty()) {
            wide(fitting.stream().mapToInt(one -> sum(one).first()).summaryStatistics());
            wide(fitting.stream().mapToInt(one -> sum(one).second()).summaryStatistics());
        }
    }

    @Example
    void theOnlySmallRowTakesTheNextSmallestWithIt() {
        Split split = Split.of(List.of(new Parts(20, 10), new Parts(1, 1), new Parts(6, 7), new Parts(30, 9)), 5);

        assertThat(split.rows()).extracting(row -> row.sum().isPresent()).containsExactly(true, false, false, true);
        assertThat(split.total().sum()).hasValue(84);
    }

    @Example
    void theOnlySmallPartOfARowTakesThePartsOfTheNextSmallestRowWithIt() {
        Split split = Split.of(List.of(new Parts(20, 10), new Parts(9, 1), new Parts(30, 9)), 5);

        assertThat(split.rows()).extracting(row -> row.first().isPresent()).containsExactly(false, false, true);
        assertThat(split.rows()).allMatch(row -> row.sum().isPresent());
    }

    @Example
    void zeroIsHiddenAsOtherSmallNumbersAre() {
        assertThat(Line.of(List.of(0, 40), 5))
                .isEqualTo(new Line(OptionalInt.of(40), List.of(OptionalInt.empty(), OptionalInt.empty())));
        assertThat(Line.alone(0, 5)).isEmpty();
        assertThat(Line.of(List.of(5, 6, 7), 5).cells())
                .containsExactly(OptionalInt.of(5), OptionalInt.of(6), OptionalInt.of(7));
    }

    @Provide
    Arbitrary<List<Integer>> lines() {
        return Arbitraries.integers().between(0, 6).list().ofMinSize(2).ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<Parts>> tables() {
        Arbitrary<Integer> part = Arbitraries.integers().between(0, 4);
        return Combinators.combine(part, part)
                .as(Parts::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(3);
    }

    private static void wide(IntSummaryStatistics values) {
        assertThat(values.getMax() - values.getMin()).isGreaterThanOrEqualTo(SMALLEST);
    }

    private static void shownIsTrueAndLarge(List<OptionalInt> shown, List<Integer> counts) {
        for (int i = 0; i < counts.size(); i++) {
            if (shown.get(i).isPresent()) {
                assertThat(shown.get(i)).hasValue(counts.get(i));
                assertThat(counts.get(i)).isGreaterThanOrEqualTo(SMALLEST);
            }
        }
    }

    private static void fill(
            List<OptionalInt> cells, int most, List<Integer> begun, List<List<Integer>> fitting, OptionalInt total) {
        if (begun.size() == cells.size()) {
            int sum = begun.stream().mapToInt(Integer::intValue).sum();
            if (total.isEmpty() || total.getAsInt() == sum) {
                fitting.add(List.copyOf(begun));
            }
            return;
        }
        OptionalInt cell = cells.get(begun.size());
        IntStream.rangeClosed(cell.orElse(0), cell.orElse(most)).forEach(value -> {
            begun.add(value);
            fill(cells, most, begun, fitting, total);
            begun.removeLast();
        });
    }

    /** Every table that fits: all rows but the last are tried, and the last as well, against the totals. */
    private static List<List<Parts>> fitting(Split split) {
        int most = split.total().sum().orElse(3 * SMALLEST);
        List<List<Parts>> begun = List.of(List.of());
        for (Shown row : split.rows()) {
            List<Parts> choices = choices(row, most);
            begun = begun.stream()
                    .flatMap(before -> choices.stream()
                            .map(choice -> {
                                List<Parts> longer = new ArrayList<>(before);
                                longer.add(choice);
                                return longer;
                            })
                            .filter(longer ->
                                    split.total().sum().isEmpty() || sum(longer).sum() <= most)
                            .map(List::copyOf))
                    .toList();
        }
        return begun.stream().filter(table -> fits(split.total(), sum(table))).toList();
    }

    private static List<Parts> choices(Shown row, int most) {
        List<Parts> choices = new ArrayList<>();
        for (int first = 0; first <= most; first++) {
            for (int second = 0; first + second <= most; second++) {
                Parts parts = new Parts(first, second);
                if (fits(row, parts)) {
                    choices.add(parts);
                }
            }
        }
        return choices;
    }

    private static boolean fits(Shown shown, Parts parts) {
        return shown.first().orElse(parts.first()) == parts.first()
                && shown.second().orElse(parts.second()) == parts.second()
                && shown.sum().orElse(parts.sum()) == parts.sum();
    }

    private static Parts sum(List<Parts> rows) {
        return new Parts(
                rows.stream().mapToInt(Parts::first).sum(),
                rows.stream().mapToInt(Parts::second).sum());
    }

    private static List<OptionalInt> cells(List<Shown> rows) {
        List<OptionalInt> cells = new ArrayList<>();
        for (Shown row : rows) {
            cells.addAll(List.of(row.first(), row.second(), row.sum()));
        }
        return cells;
    }

    private static List<Integer> parts(Parts row) {
        return List.of(row.first(), row.second(), row.sum());
    }
}
