package nl.sluis.policy;

import nl.sluis.policy.rules.Effect;

/** A reason with the weight of its row. */
record WeighedReason(Effect effect, Reason reason) {}
