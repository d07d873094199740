package nl.sluis.custody;

/** What the register says of the persons who are mentioned. */
public sealed interface PersonLookup permits KnownPersons, PersonConflict {}
