package nl.sluis.seal;

import java.time.Instant;
import nl.sluis.canonical.OrganisationId;

/** What the directory says of the strength of seals: it decides, and not what an envelope offers. */
@FunctionalInterface
public interface ListedSuites {

    /** Whether what one signed for another at that time may be sealed without hybrid keys: not when both list some. */
    boolean classical(OrganisationId sender, OrganisationId recipient, Instant signedAt);
}
