package nl.sluis.policy.rules;

import java.util.List;

/**
 * A row of examples: a test that stands beside the rules.
 *
 * @param expected the decision in Dutch: toestaan, weigeren, beoordelen or wachten
 * @param rules the rows that must be hit, no more and no less, permits and blocks alike
 */
public record Example(String name, Point point, String expected, List<String> rules, String source) {

    public Example {
        rules = List.copyOf(rules);
    }
}
