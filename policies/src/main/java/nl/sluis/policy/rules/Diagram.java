package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Functions of a point as reduced, ordered, multi-valued decision diagrams: one level a fact, in the order of the word list, and
 * one node for equal branches (Bryant 1986; Srinivasan, Kam, Malik, Brayton 1990). Two functions are the same exactly when they
 * are the same node, which is what makes a comparison of rules exact and its hash canonical.
 */
final class Diagram {

    /** Nodes in one comparison; far above any real set, so that a hostile one cannot exhaust the program. */
    static final int MAX_NODES = 1_000_000;

    /** Terminals are the nodes below this number: the value of the function itself. */
    static final int TERMINALS = 256;

    private final Vocabulary words;
    private final List<int[]> children = new ArrayList<>();
    private final List<Integer> levels = new ArrayList<>();
    private final Map<Branches, Integer> known = new HashMap<>();

    Diagram(Vocabulary words) {
        this.words = words;
    }

    /** A node as a key: its level and where each value leads. */
    @SuppressWarnings("ArrayRecordComponent") // compared by its contents, below
    private record Branches(int level, int[] to) {
        @Override
        public boolean equals(@org.jspecify.annotations.Nullable Object other) {
            return other instanceof Branches same && level == same.level && Arrays.equals(to, same.to);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(to) + level;
        }
    }

    int levels() {
        return words.facts().size();
    }

    int values(int level) {
        return words.fact(level).values().size();
    }

    static boolean isTerminal(int node) {
        return node < TERMINALS;
    }

    /** The fact that a node asks for; beyond the last one for a terminal. */
    int level(int node) {
        return isTerminal(node) ? levels() : levels.get(node - TERMINALS);
    }

    /** Where a value of the fact at this level leads; the node itself when it does not ask for that fact. */
    int child(int node, int level, int value) {
        return level(node) == level ? children.get(node - TERMINALS)[value] : node;
    }

    /** The node with these branches; a fact that makes no difference is not asked for. */
    int node(int level, int[] to) {
        int first = to[0];
        if (Arrays.stream(to).allMatch(next -> next == first)) {
            return first;
        }
        Integer old = known.get(new Branches(level, to));
        if (old != null) {
            return old;
        }
        if (children.size() >= MAX_NODES) {
            throw new Incomparable("de sets verschillen op te veel plaatsen om ze te vergelijken");
        }
        int[] own = to.clone();
        children.add(own);
        levels.add(level);
        int node = TERMINALS + children.size() - 1;
        known.put(new Branches(level, own), node);
        return node;
    }

    /** The value of a function at a point. */
    int at(int node, Point point) {
        int now = node;
        while (!isTerminal(now)) {
            int level = level(now);
            now = child(now, level, point.value(level));
        }
        return now;
    }
}
