/**
 * The decision: may this go, which part of it, and why. Pure functions; time comes in as an argument. {@link
 * nl.sluis.policy.Permit} and {@link nl.sluis.policy.MinimisedMessage} can be made nowhere else.
 */
@NullMarked
package nl.sluis.policy;

import org.jspecify.annotations.NullMarked;
