package nl.sluis.policy.rules;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where two functions from points to standings differ, as a function itself. */
final class DifferenceDiagram {

    private static final int SAME = 255;

    private final Diagram diagram;
    private final int root;
    private final Map<Long, Integer> done = new HashMap<>();
    private final List<Integer> pairs = new ArrayList<>();

    private DifferenceDiagram(Diagram diagram, int before, int after) {
        this.diagram = diagram;
        this.root = compare(before, after);
    }

    static DifferenceDiagram of(Vocabulary words, List<StandingDiagram.Row> before, List<StandingDiagram.Row> after) {
        Diagram diagram = new Diagram(words);
        StandingDiagram standings = new StandingDiagram(diagram);
        return new DifferenceDiagram(diagram, standings.of(before), standings.of(after));
    }

    /** A change from one standing to another. */
    record Pair(Standing before, Standing after) {
        /** Whether something that went goes no more, or the other way round. */
        boolean permitChanges() {
            return goes(before) != goes(after);
        }

        private static boolean goes(Standing standing) {
            return standing.message() == Effect.PERMIT && standing.item() == Effect.PERMIT;
        }
    }

    boolean isEmpty() {
        return root == SAME;
    }

    boolean differsAt(Point point) {
        return diagram.at(root, point) != SAME;
    }

    // A pair of standings is a terminal by the order in which it was met
    private int terminal(int one, int other) {
        if (one == other) {
            return SAME;
        }
        Integer pair = one * 16 + other;
        if (!pairs.contains(pair)) {
            pairs.add(pair);
        }
        return pairs.indexOf(pair);
    }

    private Pair pair(int terminal) {
        int pair = pairs.get(terminal);
        return new Pair(StandingDiagram.standing(pair / 16), StandingDiagram.standing(pair % 16));
    }

    private int compare(int one, int other) {
        if (one == other) {
            return SAME;
        }
        if (Diagram.isTerminal(one) && Diagram.isTerminal(other)) {
            return terminal(one, other);
        }
        long key = (long) one << 32 | other;
        Integer known = done.get(key);
        if (known != null) {
            return known;
        }
        int level = Math.min(diagram.level(one), diagram.level(other));
        int[] to = new int[diagram.values(level)];
        for (int value = 0; value < to.length; value++) {
            to[value] = compare(diagram.child(one, level, value), diagram.child(other, level, value));
        }
        int result = diagram.node(level, to);
        done.put(key, result);
        return result;
    }

    /** Which changes there are in a box. */
    List<Pair> in(Box box) {
        BitSet found = new BitSet();
        collect(root, box, found, new BitSet());
        found.clear(SAME);
        return found.stream().mapToObj(this::pair).toList();
    }

    private void collect(int node, Box box, BitSet found, BitSet seen) {
        if (Diagram.isTerminal(node)) {
            found.set(node);
        } else if (!seen.get(node)) {
            seen.set(node);
            int level = diagram.level(node);
            for (int value = 0; value < diagram.values(level); value++) {
                if (box.contains(level, value)) {
                    collect(diagram.child(node, level, value), box, found, seen);
                }
            }
        }
    }

    /** Exactly where something that went goes no more, or the other way round; as disjoint boxes. */
    List<Region> permitChanges(Box everything, int most) {
        List<Region> regions = new ArrayList<>();
        paths(root, everything, new HashMap<>(), regions, most);
        return regions;
    }

    private void paths(int node, Box box, Map<Integer, Boolean> worth, List<Region> regions, int most) {
        if (!leadsToPermitChange(node, worth)) {
            return;
        }
        if (Diagram.isTerminal(node)) {
            Pair pair = pair(node);
            regions.add(new Region(pair.before(), pair.after(), box));
            if (regions.size() > most) {
                throw new Incomparable("de sets verschillen op te veel plaatsen om ze uit te schrijven");
            }
            return;
        }
        int level = diagram.level(node);
        Map<Integer, Long> byChild = new HashMap<>();
        for (int value = 0; value < diagram.values(level); value++) {
            byChild.merge(diagram.child(node, level, value), 1L << value, (one, other) -> one | other);
        }
        byChild.forEach((child, mask) -> paths(child, box.with(level, mask), worth, regions, most));
    }

    private boolean leadsToPermitChange(int node, Map<Integer, Boolean> worth) {
        if (Diagram.isTerminal(node)) {
            return node != SAME && pair(node).permitChanges();
        }
        Boolean known = worth.get(node);
        if (known == null) {
            int level = diagram.level(node);
            known = false;
            for (int value = 0; value < diagram.values(level) && !known; value++) {
                known = leadsToPermitChange(diagram.child(node, level, value), worth);
            }
            worth.put(node, known);
        }
        return known;
    }

    /** Bytes that are the same exactly when the difference is: the diagram, node by node. */
    byte[] canonical() {
        List<int[]> nodes = new ArrayList<>();
        int last = number(root, new HashMap<>(), nodes);
        int size = nodes.stream().mapToInt(node -> node.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (size + 1));
        nodes.forEach(node -> Arrays.stream(node).forEach(bytes::putInt));
        return bytes.putInt(last).array();
    }

    private int number(int node, Map<Integer, Integer> numbers, List<int[]> nodes) {
        if (Diagram.isTerminal(node)) {
            return node == SAME ? SAME : pairs.get(node);
        }
        Integer known = numbers.get(node);
        if (known != null) {
            return known;
        }
        int level = diagram.level(node);
        int[] written = new int[diagram.values(level) + 1];
        written[0] = level;
        for (int value = 0; value < written.length - 1; value++) {
            written[value + 1] = number(diagram.child(node, level, value), numbers, nodes);
        }
        nodes.add(written);
        int number = Diagram.TERMINALS + nodes.size() - 1;
        numbers.put(node, number);
        return number;
    }
}
