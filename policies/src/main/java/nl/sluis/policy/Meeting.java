package nl.sluis.policy;

import java.time.LocalDate;
import java.util.Set;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonRef;

/**
 * A meeting with the family, as its report records it: the ground for sharing what was discussed with those who were there
 * (requirement R-09).
 *
 * @param at the day on which it was held
 * @param persons who of the family were there
 * @param organisations which organisations were there
 * @param discussed the life domains that were discussed; who somebody is and how to reach him needs none
 * @param objected who of those present objected to sharing
 */
public record Meeting(
        LocalDate at,
        Set<PersonRef> persons,
        Set<OrganisationId> organisations,
        Set<LifeDomain> discussed,
        Set<PersonRef> objected) {

    public Meeting {
        persons = Set.copyOf(persons);
        organisations = Set.copyOf(organisations);
        discussed = Set.copyOf(discussed);
        objected = Set.copyOf(objected);
    }

    /** Never who was there. */
    @Override
    public String toString() {
        return "Meeting[" + at + "]";
    }
}
