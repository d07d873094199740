package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the rules of one day differ from other rules of that day. Said for the box of each row that changed, with every change of
 * decision that happens somewhere in it: the exact bounds would be those of every stronger row, in a sentence nobody reads. The
 * exact function is the diagram.
 */
record PeriodDifference(DifferenceDiagram diagram, List<Difference.Shift> shifts) {

    private record Named(String id, StandingDiagram.Row row) {}

    static PeriodDifference between(JointWords joint, RuleSet before, RuleSet after) {
        List<Named> old = rows(joint, before);
        List<Named> now = rows(joint, after);
        DifferenceDiagram diagram = DifferenceDiagram.of(joint.vocabulary(), withoutNames(old), withoutNames(now));
        return new PeriodDifference(diagram, diagram.isEmpty() ? List.of() : shifts(diagram, changed(joint, old, now)));
    }

    private static List<Difference.Shift> shifts(DifferenceDiagram diagram, List<Named> changed) {
        List<Region> regions = new ArrayList<>();
        for (Named named : changed) {
            Box box = named.row().box();
            diagram.in(box).forEach(pair -> regions.add(new Region(pair.before(), pair.after(), box)));
        }
        return regions.stream()
                .distinct()
                .sorted(Region.ORDER)
                .map(region -> new Difference.Shift(region, ids(changed, region.box())))
                .toList();
    }

    private static List<Named> rows(JointWords joint, RuleSet set) {
        return set.rules().stream()
                .filter(rule -> rule.effect().blocks() || rule.effect() == Effect.PERMIT)
                .map(rule -> new Named(
                        rule.id(),
                        new StandingDiagram.Row(
                                rule.effect(), rule.aboutMessage(), joint.lift(rule.box(), set.vocabulary()))))
                .toList();
    }

    // A row with another name or another text but the same effect and box decides nothing else
    private static List<Named> changed(JointWords joint, List<Named> old, List<Named> now) {
        Set<StandingDiagram.Row> before = shared(joint, old);
        Set<StandingDiagram.Row> after = shared(joint, now);
        List<Named> changed = new ArrayList<>(newWords(joint));
        old.stream()
                .filter(named -> !after.contains(named.row().within(joint.shared())))
                .forEach(changed::add);
        now.stream()
                .filter(named -> !before.contains(named.row().within(joint.shared())))
                .forEach(changed::add);
        return changed;
    }

    private static Set<StandingDiagram.Row> shared(JointWords joint, List<Named> rows) {
        return rows.stream().map(named -> named.row().within(joint.shared())).collect(Collectors.toSet());
    }

    // A value that one set has no word for changes every row at once: it is said once, under the name of its fact
    private static List<Named> newWords(JointWords joint) {
        List<Named> words = new ArrayList<>();
        Box everything = joint.vocabulary().everything();
        for (int f = 0; f < everything.size(); f++) {
            long unshared = everything.mask(f) & ~joint.shared().mask(f);
            if (unshared != 0) {
                Box box = everything.with(f, unshared);
                words.add(
                        new Named(joint.vocabulary().fact(f).name(), new StandingDiagram.Row(Effect.NOTE, false, box)));
            }
        }
        return words;
    }

    private static List<StandingDiagram.Row> withoutNames(List<Named> rows) {
        return rows.stream().map(Named::row).toList();
    }

    private static List<String> ids(List<Named> changed, Box box) {
        return changed.stream()
                .filter(named -> named.row().box().equals(box))
                .map(Named::id)
                .distinct()
                .sorted()
                .toList();
    }
}
