package nl.sluis.custody;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.canonical.PersonRef;
import nl.sluis.policy.PersonFacts;

/**
 * The persons of one question: those who are mentioned and those who hold authority over them, under one set of references.
 *
 * @param ids by reference, those who are mentioned first; a person who is mentioned twice goes by the first of them
 * @param facts what is known of each reference
 */
public record KnownPersons(Map<PersonRef, PersonId> ids, List<PersonFacts> facts) implements PersonLookup {

    public KnownPersons {
        ids = Collections.unmodifiableMap(new LinkedHashMap<>(ids));
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
