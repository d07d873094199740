package nl.sluis.consent;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.sluis.adapter.MessageJson;
import nl.sluis.adapter.RecipientScope;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.Purpose;
import nl.sluis.custody.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What was consented to or refused, whoever did.
 *
 * @param discloser the organisation for which it counts
 * @param from first day of validity, inclusive; null when not stated
 * @param until last day of validity, inclusive; null when not stated
 */
record Terms(
        Capacity capacity,
        String discloser,
        RecipientScope recipients,
        Set<Purpose> purposes,
        Set<DataCategory> categories,
        Set<LifeDomain> lifeDomains,
        ConsentDecision decision,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Origin origin) {

    /**
     * Where a statement comes from.
     *
     * @param custodian as the document names it; null when it does not
     * @param givenAt when it was given, as stated; null when not stated
     * @param evidence where the act can be found; null when there is none
     * @param objection words of disagreement that travel along; null when none
     * @param sourceId the identity that the partner gave it; null when it has none
     */
    record Origin(
            @Nullable String custodian,
            @Nullable Instant givenAt,
            @Nullable String evidence,
            @Nullable String objection,
            @Nullable String sourceId) {

        /** Recorded here, in this node's own words. */
        static Origin own(@Nullable String evidence) {
            return new Origin(null, null, evidence, null, null);
        }

        /** The same with other evidence where it has none of its own. */
        Origin orEvidence(@Nullable String other) {
            return evidence != null ? this : new Origin(custodian, givenAt, other, objection, sourceId);
        }
    }

    Terms orEvidence(@Nullable String evidence) {
        return new Terms(
                capacity,
                discloser,
                recipients,
                purposes,
                categories,
                lifeDomains,
                decision,
                from,
                until,
                origin.orEvidence(evidence));
    }

    /** The same text for the same statement by the same person, on every machine. */
    byte[] canonical(PersonId giver, Set<PersonId> subjects) {
        List<String> parts = Arrays.asList(
                giver.value().toString(),
                sorted(subjects.stream().map(PersonId::value).toList()),
                capacity.name(),
                discloser,
                sorted(recipients.organisations()),
                sorted(recipients.types()),
                sorted(purposes),
                sorted(categories),
                sorted(lifeDomains),
                decision.name(),
                String.valueOf(from),
                String.valueOf(until),
                origin.custodian(),
                String.valueOf(origin.givenAt()),
                origin.evidence(),
                origin.sourceId());
        return MessageJson.mapper().writeValueAsString(parts).getBytes(StandardCharsets.UTF_8);
    }

    private static String sorted(Collection<?> things) {
        return things.stream()
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }
}
