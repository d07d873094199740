package nl.sluis.regie;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was asked to take regie over, and has not answered.
 *
 * @param member over whom; null for the household
 * @param regie what they would take over
 * @param asked as the identity provider names them
 * @param task that waits for their answer
 */
record Transfer(UUID id, @Nullable UUID member, UUID regie, String asked, Instant at, UUID task) {}
