package nl.sluis.custody;

import java.util.Optional;
import java.util.Set;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonRef;

/**
 * How this node's own APIs name a person: the organisation's own number, such as {@code mila}, or {@code bsn:} and a citizen
 * service number.
 *
 * @param text as written
 */
public record PersonReference(String text) {

    private static final String BSN_PREFIX = "bsn:";

    /**
     * @throws IllegalArgumentException when it is no identifier, or a citizen service number that fails the 11-test
     */
    public PersonReference {
        new PersonRef(text);
        if (text.startsWith(BSN_PREFIX) && !new Bsn(text.substring(BSN_PREFIX.length())).passesElevenTest()) {
            throw new IllegalArgumentException("the number fails the 11-test");
        }
    }

    /** A reference that may stand in an address: the organisation's own number only, since addresses end up in logs. */
    public static Optional<PersonReference> inAddress(String text) {
        try {
            return text.startsWith(BSN_PREFIX) ? Optional.empty() : Optional.of(new PersonReference(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    PersonIdentifier identifier() {
        return text.startsWith(BSN_PREFIX)
                ? new PersonIdentifier(PersonIdentifier.BSN, text.substring(BSN_PREFIX.length()))
                : new PersonIdentifier(PersonIdentifier.LOCAL, text);
    }

    /** Somebody of whom no more is known than this reference. */
    public PersonDetails mention() {
        return new PersonDetails(new PersonRef(text), HouseholdRole.OTHER, Set.of(identifier()), PartialDate.UNKNOWN);
    }

    /** Never the reference itself. */
    @Override
    public String toString() {
        return "PersonReference[...]";
    }
}
