package nl.sluis.policy;

import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.SectionId;
import org.jspecify.annotations.Nullable;

/** One pair of person and sort of data that the sender wants to give; the outline of a section without its content. */
public record RequestedItem(
        SectionId id,
        PersonRef subject,
        DataCategory category,
        @Nullable LifeDomain lifeDomain,
        boolean mandatory) {}
