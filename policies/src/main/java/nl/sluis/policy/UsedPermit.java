package nl.sluis.policy;

import java.time.Instant;
import nl.sluis.canonical.Message;

/**
 * The one use of a {@link Permit}, after everything that it is bound to was found as it must be. Made by {@link Permit#use} and
 * nowhere else: what seals the content of a message takes this.
 */
public final class UsedPermit {

    private final MinimisedMessage message;
    private final PermitTerms terms;

    UsedPermit(MinimisedMessage message, PermitTerms terms) {
        this.message = message;
        this.terms = terms;
    }

    /** What may go. */
    public Message message() {
        return message.message();
    }

    /** What it was bound to. */
    public PermitTerms terms() {
        return terms;
    }

    /** Whether what belongs to the same use, such as a chunk of an attachment, may still be sealed. */
    public boolean serves(Instant now) {
        return terms.serves(now);
    }
}
