package nl.sluis.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.sluis.custody.PersonId;
import nl.sluis.custody.PersonReference;

/** A consent or refusal as somebody enters it here. */
record ConsentEntry(PersonReference giver, Set<PersonReference> subjects, Terms terms) {

    List<PersonReference> references() {
        List<PersonReference> references = new ArrayList<>(subjects);
        references.add(giver);
        return references;
    }

    StoredConsent with(UUID id, Map<PersonReference, PersonId> ids, Instant at) {
        Set<PersonId> about = new LinkedHashSet<>();
        subjects.forEach(subject -> about.add(Objects.requireNonNull(ids.get(subject))));
        return new StoredConsent(id, Objects.requireNonNull(ids.get(giver)), about, terms, at, null);
    }
}
