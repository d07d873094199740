package nl.sluis.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonRef;
import nl.sluis.custody.PersonId;
import nl.sluis.custody.PersonRegister;
import org.jspecify.annotations.Nullable;

/**
 * A consent in an answer to the organisation's own systems, with the names of the case format.
 *
 * @param history what happened to it, oldest first
 * @param copies to which other organisations it goes
 * @param copy where it comes from; null when it was recorded here
 */
public record ShownConsent(
        String id,
        String giver,
        Capacity capacity,
        List<String> subjects,
        String discloser,
        List<String> recipients,
        List<String> recipientTypes,
        List<String> purposes,
        List<String> categories,
        List<String> lifeDomains,
        ConsentDecision decision,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String evidence,
        Instant recordedAt,
        @Nullable Instant withdrawnAt,
        List<Status> history,
        List<GivenCopies.Given> copies,
        @Nullable Copy copy) {

    /**
     * A copy of what another organisation keeps.
     *
     * @param asOf when its keeper last confirmed it
     * @param freshUntil until when it counts without being confirmed again
     */
    public record Copy(String keeper, Instant asOf, Instant freshUntil, State state) {

        /** Whether it may be decided on. */
        public enum State {
            /** Confirmed in time. */
            FRESH,
            /** Not confirmed in time: its keeper is asked, and messages wait. A refusal counts all the same. */
            STALE,
            /** Withdrawn at its keeper. */
            WITHDRAWN,
            /** A consent of a keeper with whom nothing was agreed. */
            NOT_COUNTED
        }
    }

    /**
     * A moment in its history.
     *
     * @param status {@code GIVEN}, {@code REFUSED} or {@code WITHDRAWN}
     * @param at when it happened
     * @param recordedAt when this node heard of it
     * @param by who did
     * @param channel how it reached the organisation; null for the recording itself
     */
    public record Status(
            String status,
            Instant at,
            Instant recordedAt,
            String by,
            @Nullable String channel) {}

    static List<ShownConsent> of(List<StoredConsent> consents, PersonRegister persons, GivenCopies copies) {
        Set<PersonId> people = new HashSet<>();
        for (StoredConsent consent : consents) {
            people.add(consent.giver());
            people.addAll(consent.subjects());
            if (consent.withdrawal() != null) {
                people.add(consent.withdrawal().by());
            }
        }
        Map<PersonId, PersonRef> references = persons.references(people);
        Map<UUID, List<GivenCopies.Given>> given =
                copies.of(consents.stream().map(StoredConsent::id).toList());
        return consents.stream()
                .map(consent -> of(consent, references, given.getOrDefault(consent.id(), List.of())))
                .toList();
    }

    private static ShownConsent of(
            StoredConsent consent, Map<PersonId, PersonRef> references, List<GivenCopies.Given> given) {
        Terms terms = consent.terms();
        StoredConsent.Withdrawn withdrawal = consent.withdrawal();
        return new ShownConsent(
                consent.id().toString(),
                reference(consent.giver(), references),
                terms.capacity(),
                consent.subjects().stream()
                        .map(subject -> reference(subject, references))
                        .sorted()
                        .toList(),
                terms.discloser(),
                terms.recipients().organisations().stream()
                        .map(OrganisationId::value)
                        .sorted()
                        .toList(),
                names(terms.recipients().types()),
                names(terms.purposes()),
                names(terms.categories()),
                names(terms.lifeDomains()),
                terms.decision(),
                terms.from(),
                terms.until(),
                terms.origin().evidence(),
                consent.recordedAt(),
                withdrawal == null ? null : withdrawal.at(),
                history(consent, references),
                given,
                null);
    }

    private static List<Status> history(StoredConsent consent, Map<PersonId, PersonRef> references) {
        List<Status> history = new ArrayList<>();
        history.add(new Status(
                consent.terms().decision().name(),
                consent.effectiveAt(),
                consent.recordedAt(),
                reference(consent.giver(), references),
                null));
        StoredConsent.Withdrawn withdrawal = consent.withdrawal();
        if (withdrawal != null) {
            history.add(new Status(
                    "WITHDRAWN",
                    withdrawal.at(),
                    withdrawal.recordedAt(),
                    reference(withdrawal.by(), references),
                    withdrawal.channel()));
        }
        return history;
    }

    private static String reference(PersonId id, Map<PersonId, PersonRef> references) {
        return Objects.requireNonNull(references.get(id)).value();
    }

    static List<String> names(Collection<? extends Enum<?>> codes) {
        return codes.stream().map(Enum::name).sorted().toList();
    }
}
