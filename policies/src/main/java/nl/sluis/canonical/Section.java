package nl.sluis.canonical;

import org.jspecify.annotations.Nullable;

/**
 * The smallest piece that may go or be withheld: one sort of data about one person. Everything personal in a message stands in
 * a section, so that leaving a section out leaves nothing of it behind.
 *
 * @param lifeDomain null where the category has none, such as an address
 * @param mandatory whether the message makes no sense without it
 */
public record Section(
        SectionId id,
        PersonRef subject,
        DataCategory category,
        @Nullable LifeDomain lifeDomain,
        boolean mandatory,
        Content content) {}
