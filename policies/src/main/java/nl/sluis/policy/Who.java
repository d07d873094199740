package nl.sluis.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.sluis.canonical.PersonRef;
import org.jspecify.annotations.Nullable;

/** Whom a reason is about, and whose consent or informing it concerns. */
record Who(@Nullable PersonRef subject, @Nullable PersonRef person) {

    private static final int HANDFUL = 16;

    /** Both, each once: somebody may be asked for two reasons. */
    static List<Who> together(List<Who> some, List<Who> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        if (some.size() + others.size() > HANDFUL) {
            Set<Who> all = new LinkedHashSet<>(some);
            all.addAll(others);
            return List.copyOf(all);
        }
        // Looking back over a handful is faster than hashing each
        List<Who> all = new ArrayList<>(some);
        for (Who other : others) {
            if (!all.contains(other)) {
                all.add(other);
            }
        }
        return all;
    }
}
