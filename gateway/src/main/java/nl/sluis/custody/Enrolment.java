package nl.sluis.custody;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonRef;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds who is mentioned and registers who is new. Reads without a lock while everybody is known, which is the usual case. */
@Component
final class Enrolment {

    private final PersonStore store;
    private final Clock clock;
    private final FactLog facts;

    Enrolment(PersonStore store, Clock clock, FactLog facts) {
        this.store = store;
        this.clock = clock;
        this.facts = facts;
    }

    /**
     * Who they are.
     *
     * @param contradicting references of mentions whose identifiers belong to different persons; then nothing was recorded
     */
    record Enrolled(Map<Mention, PersonId> persons, Set<PersonRef> contradicting) {}

    Enrolled enrol(List<Mention> mentions) {
        Set<PersonIdentifier> all = identifiers(mentions);
        Map<PersonIdentifier, PersonId> owners = store.owners(all);
        if (everythingIsKnown(mentions, owners)) {
            return found(mentions, owners);
        }
        // Somebody else may be registering the same people: look again once nobody can.
        store.lock(all);
        owners = store.owners(all);
        store.lockPersons(owners.values());
        // Somebody may have been erased while they were waited for
        owners = store.owners(all);
        Set<PersonRef> contradicting = contradicting(mentions, owners);
        if (!contradicting.isEmpty()) {
            return new Enrolled(Map.of(), contradicting);
        }
        Map<PersonIdentifier, PersonId> extended = new HashMap<>(owners);
        for (Mention mention : mentions) {
            extend(mention, extended);
        }
        return found(mentions, extended);
    }

    private boolean everythingIsKnown(List<Mention> mentions, Map<PersonIdentifier, PersonId> owners) {
        Map<PersonId, PersonStore.Row> rows = store.rows(Set.copyOf(owners.values()));
        return mentions.stream().allMatch(mention -> {
            Set<PersonId> persons = persons(mention, owners);
            return owners.keySet().containsAll(mention.identifiers())
                    && persons.size() <= 1
                    && persons.stream().noneMatch(id -> addsBirthDate(mention, rows.get(id)));
        });
    }

    private static boolean addsBirthDate(Mention mention, PersonStore.@Nullable Row row) {
        return row != null
                && row.birthDate() == null
                && mention.birthDate()
                        .filter(date -> !date.equals(PartialDate.UNKNOWN))
                        .isPresent();
    }

    private Enrolled found(List<Mention> mentions, Map<PersonIdentifier, PersonId> owners) {
        Map<Mention, PersonId> persons = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            // Without an identifier nobody can be found again: somebody new, for this question only.
            persons.put(
                    mention,
                    persons(mention, owners).stream().findFirst().orElseGet(() -> new PersonId(UUID.randomUUID())));
        }
        return new Enrolled(persons, Set.of());
    }

    private Set<PersonRef> contradicting(List<Mention> mentions, Map<PersonIdentifier, PersonId> owners) {
        Map<PersonId, List<String>> bsns = store.numbers(PersonIdentifier.BSN, owners.values());
        Set<PersonRef> contradicting = new LinkedHashSet<>();
        for (Mention mention : mentions) {
            Set<PersonId> persons = persons(mention, owners);
            Set<String> numbers = mention.identifiers().stream()
                    .filter(identifier -> identifier.system().equals(PersonIdentifier.BSN))
                    .map(PersonIdentifier::value)
                    .collect(Collectors.toSet());
            if (!numbers.isEmpty()) {
                persons.forEach(person -> numbers.addAll(bsns.getOrDefault(person, List.of())));
            }
            if (persons.size() > 1 || numbers.size() > 1) {
                contradicting.addAll(mention.refs());
            }
        }
        return contradicting;
    }

    private void extend(Mention mention, Map<PersonIdentifier, PersonId> owners) {
        if (mention.identifiers().isEmpty()) {
            return;
        }
        PersonId id = persons(mention, owners).stream().findFirst().orElseGet(this::register);
        for (PersonIdentifier identifier : mention.identifiers()) {
            if (owners.putIfAbsent(identifier, id) == null) {
                store.addIdentifier(id, identifier);
            }
        }
        mention.birthDate()
                .filter(date -> !date.equals(PartialDate.UNKNOWN))
                .ifPresent(date -> completeBirthDate(id, date));
    }

    private void completeBirthDate(PersonId id, PartialDate date) {
        if (store.completeBirthDate(id, date)) {
            facts.recorded("BIRTH_DATE_COMPLETED", Map.of("person", id.value().toString()), Set.of(id));
        }
    }

    private PersonId register() {
        PersonId id = new PersonId(UUID.randomUUID());
        store.register(id, clock.instant());
        return id;
    }

    private static Set<PersonId> persons(Mention mention, Map<PersonIdentifier, PersonId> owners) {
        return mention.identifiers().stream()
                .map(owners::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Set<PersonIdentifier> identifiers(Collection<Mention> mentions) {
        return mentions.stream().flatMap(m -> m.identifiers().stream()).collect(Collectors.toSet());
    }
}
