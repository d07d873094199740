package nl.sluis.policy.rules;

import java.util.List;

/**
 * What was proved, or not.
 *
 * @param claim the claim in Dutch
 * @param counterExamples facts for which it does not hold, or why that could not be decided, in Dutch; empty when it is
 *     proved
 */
public record Proof(String claim, List<String> counterExamples) {

    public Proof {
        counterExamples = List.copyOf(counterExamples);
    }

    /** Whether it holds for every thinkable case. */
    public boolean proved() {
        return counterExamples.isEmpty();
    }
}
