package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rules of one day as boxes, with the questions that every proof asks of them. */
final class Boxes {

    private final Vocabulary vocabulary;
    private final List<Rule> rules;
    private final List<Box> permits;
    private final List<Box> blocks;
    private final Cover cover;

    Boxes(RuleSet rules, Cover cover) {
        this.vocabulary = rules.vocabulary();
        this.rules = rules.rules();
        this.cover = cover;
        this.permits = of(rule -> rule.effect() == Effect.PERMIT);
        this.blocks = of(rule -> rule.effect().blocks());
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Cover cover() {
        return cover;
    }

    List<Box> permits() {
        return permits;
    }

    List<Box> blocks() {
        return blocks;
    }

    List<Rule> rules(Effect effect) {
        return rules.stream().filter(rule -> rule.effect() == effect).toList();
    }

    List<Box> of(Predicate<Rule> wanted) {
        return rules.stream().filter(wanted).map(Rule::box).toList();
    }

    /** A part of the box in which something is permitted, for every permit that reaches it. */
    List<Box> permitted(Box box) {
        return permits.stream()
                .map(box::intersect)
                .filter(part -> !part.isEmpty())
                .flatMap(part -> cover.first(part, blocks).stream())
                .toList();
    }

    /** A case that is permitted while the fact has one of these values, and is not when it has one of those; null if none. */
    @Nullable
    Box lost(int fact, long from, long to) {
        for (Box permit : permits) {
            if (harmless(permit, fact, from, to)) {
                continue;
            }
            Box assumed = permit.with(fact, permit.mask(fact) & from);
            for (Box allowed : cover.all(assumed, blocks)) {
                Box moved = allowed.with(fact, to);
                Box denied = cover.common(moved, blocks)
                        .or(() -> cover.first(moved, permits))
                        .orElse(null);
                if (denied != null) {
                    return denied.with(fact, allowed.mask(fact));
                }
            }
        }
        return null;
    }

    // Saves nearly all work: where the permit stands as well after the move, and every row that could then stand in its
    // way
    // stood in its way before, nothing is lost.
    private boolean harmless(Box permit, int fact, long from, long to) {
        if ((to & ~permit.mask(fact)) != 0) {
            return (from & permit.mask(fact)) == 0;
        }
        Box moved = permit.with(fact, to);
        return blocks.stream().noneMatch(block -> (from & ~block.mask(fact)) != 0 && block.intersects(moved));
    }

    /** The first value of each fact that matters in a box, in Dutch. */
    String describe(Box box) {
        List<String> parts = new ArrayList<>();
        for (int f = 0; f < box.size(); f++) {
            Fact fact = vocabulary.fact(f);
            if (box.mask(f) != fact.all()) {
                parts.add(fact.name() + " = " + fact.values().get(Long.numberOfTrailingZeros(box.mask(f))));
            }
        }
        return parts.isEmpty() ? "altijd" : "bij " + String.join(", ", parts);
    }
}
