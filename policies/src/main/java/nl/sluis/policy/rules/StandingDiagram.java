package nl.sluis.policy.rules;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the function from a point to its {@link Standing} out of rows: each row raises what stands in the way in its box. */
final class StandingDiagram {

    private static final List<Effect> WEAKEST_FIRST = List.of(Effect.PERMIT, Effect.HOLD, Effect.REVIEW, Effect.DENY);
    private static final int DENY = 3;

    private final Diagram diagram;

    StandingDiagram(Diagram diagram) {
        this.diagram = diagram;
    }

    /**
     * The node of the function; its terminals are {@link #code} of standings.
     *
     * @param rows of one set, in any order
     */
    int of(List<Row> rows) {
        int node = 0;
        // What denies the whole message first: nothing is asked where it holds
        for (Row row : rows.stream().sorted(Row.STRONGEST_FIRST).toList()) {
            node = raise(node, row, 0, new HashMap<>());
        }
        return finished(node, new HashMap<>());
    }

    /** A row that blocks or permits, in the words of the comparison. */
    record Row(Effect effect, boolean aboutMessage, Box box) {
        static final Comparator<Row> STRONGEST_FIRST = Comparator.comparing((Row row) -> !row.aboutMessage())
                .thenComparing(row -> -WEAKEST_FIRST.indexOf(row.effect()));

        Row within(Box part) {
            return new Row(effect, aboutMessage, box.intersect(part));
        }
    }

    /** A standing as the number of a terminal. */
    static int code(Standing standing) {
        return WEAKEST_FIRST.indexOf(standing.message()) * 4 + WEAKEST_FIRST.indexOf(standing.item());
    }

    /** The standing of a terminal. */
    static Standing standing(int code) {
        return new Standing(WEAKEST_FIRST.get(code / 4), WEAKEST_FIRST.get(code % 4));
    }

    private record Key(int node, int level) {}

    private int raise(int node, Row row, int from, Map<Key, Integer> done) {
        if (message(node) == DENY) {
            return node;
        }
        int level = from;
        while (level < diagram.level(node) && unconstrained(row.box(), level)) {
            level++;
        }
        if (level == diagram.levels()) {
            return raised(node, row);
        }
        Key key = new Key(node, level);
        Integer known = done.get(key);
        if (known != null) {
            return known;
        }
        int[] to = new int[diagram.values(level)];
        for (int value = 0; value < to.length; value++) {
            int child = diagram.child(node, level, value);
            to[value] = row.box().contains(level, value) ? raise(child, row, level + 1, done) : child;
        }
        int result = diagram.node(level, to);
        done.put(key, result);
        return result;
    }

    private boolean unconstrained(Box box, int level) {
        return Long.bitCount(box.mask(level)) == diagram.values(level);
    }

    // While rows are added a terminal holds: the message's block, the item's block, and whether a row permits
    private static int terminal(int message, int item, int permits) {
        if (message == DENY) {
            return DENY * 8;
        }
        return message * 8 + item * 2 + (message == 0 && item == 0 ? permits : 0);
    }

    private static int message(int node) {
        return Diagram.isTerminal(node) ? node / 8 : 0;
    }

    private static int raised(int terminal, Row row) {
        int message = terminal / 8;
        int item = terminal / 2 % 4;
        if (row.effect() == Effect.PERMIT) {
            return terminal(message, item, 1);
        }
        int strength = WEAKEST_FIRST.indexOf(row.effect());
        return row.aboutMessage()
                ? terminal(Math.max(message, strength), item, terminal % 2)
                : terminal(message, Math.max(item, strength), terminal % 2);
    }

    // Silence denies the item
    private int finished(int node, Map<Integer, Integer> done) {
        if (Diagram.isTerminal(node)) {
            boolean silent = node == 0;
            return silent ? DENY : node / 8 * 4 + node / 2 % 4;
        }
        Integer known = done.get(node);
        if (known != null) {
            return known;
        }
        int level = diagram.level(node);
        int[] to = new int[diagram.values(level)];
        for (int value = 0; value < to.length; value++) {
            to[value] = finished(diagram.child(node, level, value), done);
        }
        int result = diagram.node(level, to);
        done.put(node, result);
        return result;
    }
}
