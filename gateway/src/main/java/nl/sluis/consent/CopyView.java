package nl.sluis.consent;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentNews;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonRef;
import nl.sluis.custody.KnownPersons;
import nl.sluis.custody.PersonId;
import nl.sluis.policy.ReceivingParty;
import org.jspecify.annotations.Nullable;

/**
 * A copy in the references of one question to one recipient.
 *
 * @param people those of the copy who are registered here, by the copy's references
 */
record CopyView(KnownPersons known, ReceivingParty recipient, Map<PersonRef, PersonId> people) {

    /**
     * Empty when it is about nobody of the question, or is a refusal towards others only.
     *
     * @param fresh whether its keeper confirmed it in time; else nothing shows that it still stands
     */
    Optional<ConsentRecord> asRecord(ConsentCopyStore.Row row, boolean fresh) {
        ConsentNews.Copy copy = Objects.requireNonNull(row.content());
        ConsentRecord consent = copy.consent();
        boolean refusal = consent.decision() == ConsentDecision.REFUSED;
        Set<PersonRef> subjects = subjects(consent);
        Set<OrganisationId> recipients = recipients(copy);
        boolean namesSomebody =
                !consent.recipients().isEmpty() || !copy.recipientTypes().isEmpty();
        if (subjects.isEmpty() || (refusal && namesSomebody && recipients.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new ConsentRecord(
                row.id().toString(),
                giver(consent.giver(), row),
                consent.capacity(),
                subjects,
                consent.discloser(),
                recipients,
                consent.purposes(),
                consent.categories(),
                consent.lifeDomains(),
                consent.decision(),
                consent.from(),
                consent.until(),
                earlier(consent.recordedAt(), row.receivedAt()),
                row.withdrawnAt(),
                fresh || refusal ? consent.evidence() : null));
    }

    private PersonRef giver(PersonRef giver, ConsentCopyStore.Row row) {
        @Nullable PersonId id = people.get(giver);
        return Optional.ofNullable(id).flatMap(known::reference).orElseGet(() -> new PersonRef("giver-" + row.id()));
    }

    private Set<PersonRef> subjects(ConsentRecord consent) {
        Set<PersonId> about = consent.subjects().stream()
                .map(people::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return known.ids().entrySet().stream()
                .filter(entry -> about.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Set<OrganisationId> recipients(ConsentNews.Copy copy) {
        Set<OrganisationId> recipients = new HashSet<>(copy.consent().recipients());
        if (copy.recipientTypes().contains(recipient.type())) {
            recipients.add(recipient.organisation());
        }
        return recipients;
    }

    /** What happened after its copy came has not happened: no statement of a keeper's clock overtakes what is recorded here later. */
    private static Instant earlier(Instant recordedAt, Instant receivedAt) {
        return recordedAt.isAfter(receivedAt) ? receivedAt : recordedAt;
    }
}
