package nl.sluis.household;

import java.util.Map;
import java.util.UUID;
import nl.sluis.canonical.PersonRef;

/**
 * Which household a message is about.
 *
 * @param members the identified persons of the message; who carries no identity is not among them
 * @param ambiguous whether the evidence points to more than one household; a person decides, nothing is merged by itself
 */
public record HouseholdLink(UUID household, Map<PersonRef, UUID> members, boolean ambiguous) {

    public HouseholdLink {
        members = Map.copyOf(members);
    }
}
