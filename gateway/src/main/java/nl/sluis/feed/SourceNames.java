package nl.sluis.feed;

import nl.sluis.canonical.OrganisationId;

/** What people call an organisation. A node without a directory shows its identifier. */
@FunctionalInterface
public interface SourceNames {

    /** The name for people. */
    String nameOf(OrganisationId organisation);
}
