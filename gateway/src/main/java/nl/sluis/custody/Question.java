package nl.sluis.custody;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.sluis.canonical.Custody;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonRef;
import nl.sluis.policy.PersonFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is known of the persons of a question, and of those who hold authority over them. */
@Component
final class Question {

    private final PersonStore store;
    private final CustodyStore custodies;

    Question(PersonStore store, CustodyStore custodies) {
        this.store = store;
        this.custodies = custodies;
    }

    KnownPersons about(Map<Mention, PersonId> mentioned) {
        Map<PersonId, CustodyStore.Statement> stated = new HashMap<>(custodies.latest(mentioned.values()));
        Map<PersonRef, PersonId> ids = new LinkedHashMap<>();
        mentioned.forEach((mention, id) -> mention.refs().forEach(ref -> ids.put(ref, id)));
        Set<PersonId> holders = new LinkedHashSet<>();
        stated.values().stream()
                .map(CustodyStore.Statement::custody)
                .filter(Objects::nonNull)
                .forEach(custody -> holders.addAll(custody.holders()));
        holders.removeAll(mentioned.values());
        stated.putAll(custodies.latest(holders));
        addUnmentioned(holders, ids);

        Map<PersonId, PersonStore.Row> rows = store.rows(ids.values());
        Map<PersonId, PersonRef> refs = new LinkedHashMap<>();
        ids.forEach((ref, id) -> refs.putIfAbsent(id, ref));
        List<PersonFacts> facts = new ArrayList<>();
        mentioned.forEach((mention, id) -> mention.refs()
                .forEach(ref -> facts.add(
                        facts(ref, mention.birthDate(), rows.get(id), stated.get(id), custody(stated.get(id), refs)))));
        Optional<PartialDate> unsaid = Optional.of(PartialDate.UNKNOWN);
        holders.forEach(id ->
                facts.add(facts(Objects.requireNonNull(refs.get(id)), unsaid, rows.get(id), stated.get(id), null)));
        return new KnownPersons(ids, facts);
    }

    /** A message may use a holder's own number for somebody else; then the holder goes by another name. */
    private void addUnmentioned(Set<PersonId> holders, Map<PersonRef, PersonId> ids) {
        Map<PersonId, List<String>> numbers = store.numbers(PersonIdentifier.LOCAL, holders);
        for (PersonId holder : holders) {
            List<PersonRef> candidates = new ArrayList<>();
            numbers.getOrDefault(holder, List.of()).forEach(number -> candidates.add(new PersonRef(number)));
            candidates.add(new PersonRef("person-" + holder.value()));
            candidates.add(new PersonRef("holder-" + holder.value()));
            candidates.stream().filter(ref -> !ids.containsKey(ref)).findFirst().ifPresent(ref -> ids.put(ref, holder));
        }
    }

    private static PersonFacts facts(
            PersonRef ref,
            Optional<PartialDate> mentioned,
            PersonStore.@Nullable Row row,
            CustodyStore.@Nullable Statement stated,
            @Nullable Custody custody) {
        return new PersonFacts(
                ref,
                BirthDates.decisive(row == null ? null : row.birthDate(), mentioned),
                stated == null || stated.capable(),
                custody);
    }

    private static @Nullable Custody custody(CustodyStore.@Nullable Statement stated, Map<PersonId, PersonRef> refs) {
        CustodyStore.Row row = stated == null ? null : stated.custody();
        if (row == null) {
            return null;
        }
        List<PersonRef> holders = new ArrayList<>();
        row.holders().forEach(holder -> holders.add(Objects.requireNonNull(refs.get(holder))));
        return new Custody(row.type(), holders, row.underInvestigation());
    }
}
