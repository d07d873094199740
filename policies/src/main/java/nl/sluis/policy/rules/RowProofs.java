package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Whether every row can matter: one that cannot is a mistake that looks like a rule. */
final class RowProofs {

    private final Boxes boxes;
    private final List<Rule> rules;

    RowProofs(Boxes boxes, List<Rule> rules) {
        this.boxes = boxes;
        this.rules = rules;
    }

    /** Counter-examples: permits that something always stands in the way of. */
    List<String> deadPermits() {
        return boxes.rules(Effect.PERMIT).stream()
                .filter(permit ->
                        boxes.cover().first(permit.box(), boxes.blocks()).isEmpty())
                .map(permit -> permit + " staat nooit iets toe: er geldt altijd een rij die tegenhoudt")
                .toList();
    }

    /** Counter-examples: rows without which no decision, no reason code, no duty and no giver changes. */
    List<String> idleRows() {
        List<String> idle = new ArrayList<>();
        for (Rule rule : rules) {
            List<Box> same = boxes.of(other -> other != rule && says(other, rule));
            if (boxes.cover().first(rule.box(), same).isEmpty()) {
                idle.add(rule + " verandert nooit iets: andere rijen zeggen hetzelfde");
            }
        }
        return idle;
    }

    private static boolean says(Rule other, Rule rule) {
        boolean words = Objects.equals(other.words().code(), rule.words().code())
                && other.words().names().equals(rule.words().names());
        boolean effect = rule.effect().blocks()
                ? other.effect().blocks() && other.effect().compareTo(rule.effect()) <= 0
                : other.effect() == rule.effect();
        return words && effect;
    }

    /** Rows that never decide by themselves, for a stronger row always holds too: they only add a reason. Not a fault. */
    List<String> onlyReasons() {
        return rules.stream()
                .filter(rule -> rule.effect() == Effect.REVIEW || rule.effect() == Effect.HOLD)
                .filter(rule -> boxes.cover()
                        .first(rule.box(), boxes.of(other -> stronger(other, rule)))
                        .isEmpty())
                .map(Rule::id)
                .toList();
    }

    private static boolean stronger(Rule other, Rule rule) {
        return other.effect().blocks() && other.effect().compareTo(rule.effect()) < 0;
    }
}
