package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The points at which a table is compared. Values that no row of the table tells apart make one class, which loses nothing: the
 * full product of the classes of its columns is the whole space of the table. Where that is too much, the corners of every
 * row, and random points.
 */
final class TablePoints {

    /** Points of one table up to which every one is tried; {@code -Dsluis.dmn.points=10000000} tries those of all tables. */
    static final long FULL = Long.getLong("sluis.dmn.points", 20_000);

    private static final int RANDOM = 400;

    private final Vocabulary vocabulary;
    private final DmnExport.Table table;
    private final Random random;
    private final List<List<List<Integer>>> classes = new ArrayList<>();

    TablePoints(Vocabulary vocabulary, DmnExport.Table table, Random random) {
        this.vocabulary = vocabulary;
        this.table = table;
        this.random = random;
        for (int fact : table.facts()) {
            Map<List<Boolean>, List<Integer>> alike = new LinkedHashMap<>();
            for (int v = 0; v < vocabulary.fact(fact).values().size(); v++) {
                int value = v;
                List<Boolean> rows = table.rules().stream()
                        .map(rule -> rule.box().contains(fact, value))
                        .toList();
                alike.computeIfAbsent(rows, key -> new ArrayList<>()).add(v);
            }
            classes.add(List.copyOf(alike.values()));
        }
    }

    /** How many points the whole space of the table has, with classes for values. */
    long size() {
        return classes.stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, Long.MAX_VALUE / 64));
    }

    boolean full() {
        return size() <= FULL;
    }

    /** Every point of the space, each with random members of its classes; and every value of every column once. */
    void all(Consumer<int[]> consumer) {
        int[] at = new int[classes.size()];
        for (long i = 0; i < size(); i++) {
            long rest = i;
            int[] point = new int[at.length];
            for (int c = 0; c < at.length; c++) {
                List<List<Integer>> column = classes.get(c);
                point[c] = anyOf(column.get((int) (rest % column.size())));
                rest /= column.size();
            }
            consumer.accept(point);
        }
        table.rules().forEach(rule -> everyValue(rule, consumer));
    }

    /** Of each row: all cells hold; each value of each column; two cells fail; and random points. */
    void corners(Consumer<int[]> consumer) {
        for (Rule rule : table.rules()) {
            consumer.accept(inside(rule));
            everyValue(rule, consumer);
            for (int a = 0; a < classes.size(); a++) {
                for (int b = a + 1; b < classes.size(); b++) {
                    int[] point = inside(rule);
                    fail(rule, a, point);
                    fail(rule, b, point);
                    consumer.accept(point);
                }
            }
        }
        for (int i = 0; i < RANDOM; i++) {
            consumer.accept(classes.stream()
                    .mapToInt(column -> anyOf(column.get(random.nextInt(column.size()))))
                    .toArray());
        }
    }

    private void everyValue(Rule rule, Consumer<int[]> consumer) {
        for (int c = 0; c < classes.size(); c++) {
            for (int v = 0; v < vocabulary.fact(table.facts().get(c)).values().size(); v++) {
                int[] point = inside(rule);
                point[c] = v;
                consumer.accept(point);
            }
        }
    }

    private int[] inside(Rule rule) {
        return table.facts().stream()
                .mapToInt(fact -> anyOf(values(rule.box().mask(fact))))
                .toArray();
    }

    private void fail(Rule rule, int column, int[] point) {
        int fact = table.facts().get(column);
        long outside = vocabulary.fact(fact).all() & ~rule.box().mask(fact);
        if (outside != 0) {
            point[column] = anyOf(values(outside));
        }
    }

    private static List<Integer> values(long mask) {
        List<Integer> values = new ArrayList<>();
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            values.add(Long.numberOfTrailingZeros(rest));
        }
        return values;
    }

    private int anyOf(List<Integer> values) {
        return values.get(random.nextInt(values.size()));
    }
}
