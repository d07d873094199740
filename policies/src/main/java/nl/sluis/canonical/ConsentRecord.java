package nl.sluis.canonical;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One recorded consent or refusal (law table 3.5). An empty scope covers nothing in a consent, and everything in a refusal:
 * absence is never a permit.
 *
 * @param discloser the organisation that may disclose
 * @param recipients organisations by name, never "all partners"
 * @param from first day of validity, inclusive; null when it holds from the moment of recording
 * @param until last day of validity, inclusive; null when not stated
 * @param withdrawnAt from when it no longer counts; null while it stands
 * @param evidence where the act of consenting can be found; null when there is none
 */
public record ConsentRecord(
        String id,
        PersonRef giver,
        Capacity capacity,
        Set<PersonRef> subjects,
        OrganisationId discloser,
        Set<OrganisationId> recipients,
        Set<Purpose> purposes,
        Set<DataCategory> categories,
        Set<LifeDomain> lifeDomains,
        ConsentDecision decision,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Instant recordedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String evidence) {

    public ConsentRecord {
        subjects = Set.copyOf(subjects);
        recipients = Set.copyOf(recipients);
        purposes = Set.copyOf(purposes);
        categories = Set.copyOf(categories);
        lifeDomains = Set.copyOf(lifeDomains);
    }

    /** The same record, withdrawn; itself when it is not, or was before. */
    public ConsentRecord withdrawn(@Nullable Instant at) {
        if (at == null || (withdrawnAt != null && !withdrawnAt.isAfter(at))) {
            return this;
        }
        return new ConsentRecord(
                id,
                giver,
                capacity,
                subjects,
                discloser,
                recipients,
                purposes,
                categories,
                lifeDomains,
                decision,
                from,
                until,
                recordedAt,
                at,
                evidence);
    }
}
