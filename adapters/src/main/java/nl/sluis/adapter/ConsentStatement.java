package nl.sluis.adapter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A consent or refusal as a partner's document states it; the consent register turns it into a record. An empty scope covers
 * nothing in a consent and everything in a refusal.
 *
 * @param sourceId the identity that the partner gave it; null when it has none
 * @param giver who gave it
 * @param custodian identifier of the organisation whose data it is about, as the document names it; null for the receiving
 *     organisation itself
 * @param givenAt when it was given, as stated; null when not stated
 * @param evidence where the act of consenting can be found; null when there is none
 * @param objection words of disagreement that travel along, such as OSO's {@code redennietakkoord}; null when none
 */
public record ConsentStatement(
        @Nullable String sourceId,
        PersonDetails giver,
        Capacity capacity,
        List<PersonDetails> subjects,
        @Nullable String custodian,
        RecipientScope recipients,
        Set<Purpose> purposes,
        Set<DataCategory> categories,
        Set<LifeDomain> lifeDomains,
        ConsentDecision decision,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Instant givenAt,
        @Nullable String evidence,
        @Nullable String objection) {

    public ConsentStatement {
        subjects = List.copyOf(subjects);
        purposes = Set.copyOf(purposes);
        categories = Set.copyOf(categories);
        lifeDomains = Set.copyOf(lifeDomains);
    }
}
