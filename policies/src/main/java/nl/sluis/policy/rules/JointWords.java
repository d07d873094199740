package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of two sets of rules together. A set that does not know a fact does not ask for it; a set that does not know a value
 * has no row that holds for it, and silence denies.
 */
final class JointWords {

    private final Vocabulary joint;
    private final Box shared;

    JointWords(Vocabulary before, Vocabulary after) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        after.facts().forEach(fact -> facts.put(fact.name(), fact));
        before.facts().forEach(fact -> facts.merge(fact.name(), fact, JointWords::both));
        this.joint = new Vocabulary(new ArrayList<>(facts.values()));
        this.shared = lift(before.everything(), before).intersect(lift(after.everything(), after));
    }

    /** The points that both sets have words for. */
    Box shared() {
        return shared;
    }

    Vocabulary vocabulary() {
        return joint;
    }

    /** The box of a row of either set, in the joint words. */
    Box lift(Box box, Vocabulary own) {
        long[] masks = new long[joint.facts().size()];
        for (int f = 0; f < masks.length; f++) {
            Fact fact = joint.fact(f);
            Integer position = own.position(fact.name());
            masks[f] = position == null ? fact.all() : lift(box.mask(position), own.fact(position), fact);
        }
        return new Box(masks);
    }

    private static long lift(long mask, Fact own, Fact joint) {
        long lifted = 0;
        for (int v = 0; v < own.values().size(); v++) {
            if ((mask & 1L << v) != 0) {
                lifted |= 1L << joint.values().indexOf(own.values().get(v));
            }
        }
        return lifted;
    }

    private static Fact both(Fact after, Fact before) {
        Set<String> values = new LinkedHashSet<>(after.values());
        values.addAll(before.values());
        if (values.size() > Fact.MAX_VALUES) {
            throw new Incomparable("het feit " + after.name() + " heeft te veel waarden");
        }
        return new Fact(after.name(), List.copyOf(values), after.level(), after.unknown(), after.usual());
    }
}
