package nl.sluis.custody;

import java.util.UUID;

/** A person in this node's own register; means nothing outside the node. */
public record PersonId(UUID value) {}
