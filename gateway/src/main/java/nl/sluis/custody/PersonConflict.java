package nl.sluis.custody;

import java.util.Set;
import nl.sluis.canonical.PersonRef;

/**
 * The identifiers of a mention belong to different persons: two who are registered apart, or one with another citizen service
 * number. Nothing was recorded; somebody has to find out who is meant.
 *
 * @param mentions the references of the mentions that contradict the register, as the question gave them
 */
public record PersonConflict(Set<PersonRef> mentions) implements PersonLookup {

    public PersonConflict {
        mentions = Set.copyOf(mentions);
    }
}
