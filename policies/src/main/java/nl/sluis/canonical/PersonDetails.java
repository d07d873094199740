package nl.sluis.canonical;

import java.util.Set;

/**
 * What the sender knows of a person who is mentioned. Stays at the sender: decisions rest on it, messages do not carry it.
 *
 * @param identifiers numbers by which the sender knows the person; may be empty
 */
public record PersonDetails(
        PersonRef ref, HouseholdRole role, Set<PersonIdentifier> identifiers, PartialDate birthDate) {

    public PersonDetails {
        identifiers = Set.copyOf(identifiers);
    }

    /** Never who it is. */
    @Override
    public String toString() {
        return "PersonDetails[...]";
    }
}
