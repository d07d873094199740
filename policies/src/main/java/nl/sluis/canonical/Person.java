package nl.sluis.canonical;

/** A person of the household in a message: no more than a reference and a place; who it is stands in a section. */
public record Person(PersonRef ref, HouseholdRole role) {}
