package nl.sluis.policy;

import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.SectionId;

/** An item that does not go, and why. */
public record Withheld(SectionId item, PersonRef subject, DataCategory category, ReasonCode code) {}
