package nl.sluis.policy;

/**
 * A reason with its place among others.
 *
 * @param rank by {@link ReasonOrder}
 */
record WeighedReason(int rank, Reason reason) {}
