package nl.sluis.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Which faults come, in which order and how long each lasts; everything follows from the seed. */
record Schedule(List<Planned> faults) {

    private static final int LONGEST_MILLIS = 3_500;
    private static final int MOST = 44;
    /** Messages between two faults. */
    private static final int APART = 30;

    /**
     * One fault.
     *
     * @param afterMillis after how long in its part of the load
     * @param lastsMillis how long what is down stays down
     * @param which chooses among several of the kind
     */
    record Planned(Fault fault, int afterMillis, int lastsMillis, int which) {}

    /**
     * Every possible fault at least once when there is room for it, then again.
     *
     * @param possible what can be done on this machine
     */
    static Schedule of(int messages, long seed, Set<Fault> possible) {
        Random random = new Random(seed ^ 0x5EED);
        int count = Math.min(MOST, Math.max(1, messages / APART));
        List<Planned> planned = new ArrayList<>();
        List<Fault> round = new ArrayList<>();
        while (planned.size() < count) {
            if (round.isEmpty()) {
                round.addAll(new ArrayList<>(new java.util.TreeSet<>(possible)));
                Collections.shuffle(round, random);
            }
            planned.add(new Planned(
                    round.removeLast(),
                    random.nextInt(800),
                    500 + random.nextInt(LONGEST_MILLIS - 500),
                    random.nextInt(100)));
        }
        return new Schedule(planned);
    }
}
