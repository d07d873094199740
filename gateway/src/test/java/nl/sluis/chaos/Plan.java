package nl.sluis.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.sluis.chaos.Family.Course;

/**
 * What the school and the parents do, in order, and how many answers the team gives; everything follows from the number of messages
 * and the seed.
 *
 * @param acts in the order in which they are begun
 * @param answers how many messages the team gives back, {@link #THREAD} in each of its threads
 */
record Plan(List<Family> families, List<Act> acts, int answers) {

    /** Messages that the team gives back in one thread, whose order is looked at. */
    static final int THREAD = 4;

    private static final int MOST_FAMILIES = 800;

    /** One thing that somebody does. */
    sealed interface Act {

        /** The school reports; the number tells this message from all others. */
        record Report(int n, Family family) implements Act {

            /** The text that only this one has. */
            String mark() {
                return "[melding " + n + "]";
            }
        }

        /** A parent withdraws. */
        record Withdraw(Family family) implements Act {}

        /** The other parent consents after all. */
        record Consent(Family family) implements Act {}
    }

    /** Makes a plan of so many messages, answers included. */
    static Plan of(int messages, long seed) {
        Random random = new Random(seed);
        int answers = messages / 5 / THREAD * THREAD;
        int scale = Math.min(messages, MOST_FAMILIES * 25);
        List<Family> families = new ArrayList<>();
        families.addAll(Family.of(Math.max(5, scale / 100), Course.STEADY, 0));
        families.addAll(Family.of(Math.max(4, scale / 50), Course.WITHDRAWS, families.size()));
        families.addAll(Family.of(Math.max(1, scale / 200), Course.LATE, families.size()));
        families.addAll(Family.of(Math.max(1, scale / 400), Course.NEVER, families.size()));
        return new Plan(families, acts(families, messages - answers, random), answers);
    }

    /** Marks of the reports that the team answers: some that will arrive, spread evenly. */
    Set<String> answered() {
        List<Act.Report> arriving = acts.stream()
                .filter(Act.Report.class::isInstance)
                .map(Act.Report.class::cast)
                .filter(report -> report.family().course() == Course.STEADY)
                .toList();
        int threads = answers / THREAD;
        Set<String> marks = new HashSet<>();
        for (int i = 0; i < threads; i++) {
            marks.add(arriving.get((int) ((long) i * arriving.size() / threads)).mark());
        }
        return marks;
    }

    private static List<Act> acts(List<Family> families, int reports, Random random) {
        List<Family> about = new ArrayList<>();
        List<Family> steady = new ArrayList<>();
        for (Family family : families) {
            int some = 3 + random.nextInt(4);
            for (int i = 0; family.course() != Course.STEADY && i < some; i++) {
                about.add(family);
            }
            if (family.course() == Course.STEADY) {
                steady.add(family);
            }
        }
        while (about.size() < reports) {
            about.add(steady.get(about.size() % steady.size()));
        }
        List<Family> first = about.subList(0, reports);
        Collections.shuffle(first, random);
        return interleaved(first, random);
    }

    // A parent's act comes right after one of the reports on the child
    private static List<Act> interleaved(List<Family> about, Random random) {
        Map<Family, List<Integer>> places = new HashMap<>();
        Map<Act, Double> order = new HashMap<>();
        for (int n = 0; n < about.size(); n++) {
            places.computeIfAbsent(about.get(n), family -> new ArrayList<>()).add(n);
            order.put(new Act.Report(n, about.get(n)), (double) n);
        }
        // In an order that does not depend on hashes
        about.stream().distinct().forEach(family -> {
            List<Integer> of = places.get(family);
            double after = of.get(random.nextInt(of.size())) + 0.5;
            if (family.course() == Course.WITHDRAWS) {
                order.put(new Act.Withdraw(family), after);
            } else if (family.course() == Course.LATE) {
                order.put(new Act.Consent(family), after);
            }
        });
        return order.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
