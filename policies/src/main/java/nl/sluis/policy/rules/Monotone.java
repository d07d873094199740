package nl.sluis.policy.rules;

/**
 * A declared direction: who moves a fact from one of these values to that one never loses a permit.
 *
 * @param fact its position in the word list
 * @param from values that it may have had, one bit a value
 * @param to the one value that it gets, one bit
 */
record Monotone(String id, int fact, long from, long to, String why, Rule.Place place) {}
