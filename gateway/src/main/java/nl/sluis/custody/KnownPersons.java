package nl.sluis.custody;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.canonical.PersonRef;
import nl.sluis.policy.PersonFacts;

/**
 * The persons of one question: those who are mentioned and those who hold authority over them, under one set of references.
 *
 * @param ids by reference; the same person has one reference
 * @param facts what is known of each
 */
public record KnownPersons(Map<PersonRef, PersonId> ids, List<PersonFacts> facts) {

    public KnownPersons {
        ids = Map.copyOf(ids);
        facts = List.copyOf(facts);
    }

    /** The reference of a person of this question. */
    public Optional<PersonRef> reference(PersonId id) {
        return ids.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
