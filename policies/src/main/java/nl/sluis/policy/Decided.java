package nl.sluis.policy;

/**
 * A decision about a message, and what it rested on in a form that may be kept: both by one and the same set of rules.
 *
 * @param facts says nothing about whom
 */
public record Decided(Decision decision, DecisionFacts facts) {}
