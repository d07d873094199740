package nl.sluis.policy;

import nl.sluis.canonical.PersonRef;
import org.jspecify.annotations.Nullable;

/** Whom a reason is about, and whose consent or informing it concerns. */
record Who(@Nullable PersonRef subject, @Nullable PersonRef person) {}
