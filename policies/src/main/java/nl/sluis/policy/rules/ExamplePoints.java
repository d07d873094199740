package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Works out for which points the rows of examples stand: an example in short notation is another one, with changes. */
final class ExamplePoints {

    private final Vocabulary vocabulary;
    private final Map<String, ExampleRow> rows;
    private final List<Fault> faults;

    /** One change: a fact, and the values that it gets in turn, one bit a value. */
    private record Change(int fact, long values) {}

    ExamplePoints(Vocabulary vocabulary, Map<String, ExampleRow> rows, List<Fault> faults) {
        this.vocabulary = vocabulary;
        this.rows = rows;
        this.faults = faults;
    }

    /** Finds the faults of all rows, without working them out. */
    ExamplePoints checked() {
        int points = 0;
        for (ExampleRow row : rows.values()) {
            if (Limits.reached(faults)) {
                break;
            }
            Optional<Point> start = start(row, new ArrayList<>());
            points += start.isEmpty() ? 0 : count(row, changes(row, start.get()));
            if (points > Limits.EXAMPLES) {
                row.fault("meer dan %d gevallen in alle voorbeelden".formatted(Limits.EXAMPLES));
                break;
            }
        }
        return this;
    }

    /** Every point of every row. Only for rows without faults. */
    List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (ExampleRow row : rows.values()) {
            Point start = start(row, new ArrayList<>()).orElseThrow();
            List<Change> changes = changes(row, start);
            List<Point> points = product(start, changes);
            for (Point point : points) {
                examples.add(row.at(points.size() == 1 ? row.name() : name(row, changes, point), point));
            }
        }
        return examples;
    }

    /** The point that a row changes; a row with a column a fact changes nothing. */
    private Optional<Point> start(ExampleRow row, List<String> path) {
        String base = row.base();
        if (base == null) {
            return Optional.of(wide(row));
        }
        path.add(row.name());
        ExampleRow other = rows.get(base);
        if (other == null) {
            row.fault("'%s' is geen voorbeeld%s".formatted(base, Suggestion.after(base, rows.keySet())));
        } else if (path.contains(base)) {
            row.fault("voorbeelden leunen in een kring op elkaar: " + String.join(", ", path));
        } else if (path.size() > Limits.EXAMPLE_DEPTH) {
            row.fault("hoogstens %d voorbeelden leunen op elkaar".formatted(Limits.EXAMPLE_DEPTH));
        } else {
            return start(other, path).flatMap(point -> changed(row, other, point));
        }
        return Optional.empty();
    }

    private Optional<Point> changed(ExampleRow row, ExampleRow other, Point start) {
        List<Change> changes = changes(other, start);
        if (other.base() != null && count(other, changes) != 1) {
            row.fault("'%s' staat voor meer dan een geval".formatted(other.name()));
            return Optional.empty();
        }
        return product(start, changes).stream().findFirst();
    }

    private List<Change> changes(ExampleRow row, Point base) {
        List<Change> changes = new ArrayList<>();
        if (row.base() == null) {
            return changes;
        }
        Set<Integer> changed = new HashSet<>();
        for (String part : row.cells().text(row.row(), "maar").split(";", -1)) {
            String[] sides = part.split("=", -1);
            if (sides.length != 2) {
                row.fault("onder 'maar' staat 'feit = waarde', en ; tussen twee");
                return List.of();
            }
            String name = sides[0].strip();
            Integer fact = vocabulary.position(name);
            if (fact == null) {
                List<String> names = vocabulary.facts().stream().map(Fact::name).toList();
                row.fault("'%s' is geen feit uit de woordenlijst%s".formatted(name, Suggestion.after(name, names)));
                return List.of();
            }
            String cell = sides[1].strip();
            long values = cell.equals("-")
                    ? vocabulary.fact(fact).all()
                    : row.cells().mask(row.row(), vocabulary.fact(fact), cell);
            if (!changed.add(fact) || values == 1L << base.value(fact)) {
                row.fault("'%s' verandert zo niet, of twee keer".formatted(name));
            }
            changes.add(new Change(fact, values));
        }
        return changes;
    }

    private static int count(ExampleRow row, List<Change> changes) {
        int points = 1;
        for (Change change : changes) {
            points *= Long.bitCount(change.values());
            if (points > Limits.POINTS_A_ROW) {
                row.fault("staat voor meer dan %d gevallen".formatted(Limits.POINTS_A_ROW));
                return 0;
            }
        }
        return points;
    }

    private List<Point> product(Point base, List<Change> changes) {
        List<Point> points = List.of(base);
        for (Change change : changes) {
            Fact fact = vocabulary.fact(change.fact());
            List<Point> next = new ArrayList<>();
            for (Point point : points) {
                for (long rest = change.values(); rest != 0; rest &= rest - 1) {
                    next.add(point.copy().set(fact.name(), fact.values().get(Long.numberOfTrailingZeros(rest))));
                }
            }
            points = next;
        }
        return points;
    }

    private String name(ExampleRow row, List<Change> changes, Point point) {
        return row.name()
                + changes.stream()
                        .filter(change -> Long.bitCount(change.values()) > 1)
                        .map(change -> vocabulary.fact(change.fact()).values().get(point.value(change.fact())))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private Point wide(ExampleRow row) {
        Point point = Point.usual(vocabulary);
        Point unknown = Point.unknown(vocabulary);
        List<String> columns = row.cells().columns();
        for (int i = 0; i < columns.size(); i++) {
            Integer position = vocabulary.position(columns.get(i));
            if (position == null) {
                continue;
            }
            Fact fact = vocabulary.fact(position);
            String cell = row.row().cells().get(i);
            if (!cell.isEmpty()) {
                row.cells().value(row.row(), fact, cell).ifPresent(value -> point.set(fact.name(), cell));
            } else if (fact.unknown() == null) {
                row.fault("'%s' is altijd bekend en mag niet leeg zijn".formatted(fact.name()));
            } else {
                point.set(fact.name(), fact.values().get(unknown.value(position)));
            }
        }
        return point;
    }
}
