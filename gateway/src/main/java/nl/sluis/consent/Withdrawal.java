package nl.sluis.consent;

import java.time.Instant;
import nl.sluis.custody.PersonReference;
import org.jspecify.annotations.Nullable;

/** What became of a withdrawal. */
public sealed interface Withdrawal {

    /**
     * The act of withdrawing (GDPR art. 7(3): as easy as giving).
     *
     * @param at from when; null for now
     * @param by who withdrew
     * @param channel how it reached the organisation
     */
    record Act(@Nullable Instant at, PersonReference by, String channel) {}

    /** It is withdrawn, now or before; the first withdrawal counts. */
    record Withdrawn(String id, Instant at) implements Withdrawal {}

    /** The moment has yet to come; nothing was recorded. */
    record InTheFuture() implements Withdrawal {}

    /** There is no such consent. */
    record UnknownConsent() implements Withdrawal {}
}
