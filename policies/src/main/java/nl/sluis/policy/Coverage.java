package nl.sluis.policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Purpose;

/** Whether one and the same live consent of a giver covers an item. Scopes of two consents are never mixed. */
final class Coverage {

    /** Who somebody is and how to reach him belongs to no life domain; any other item without one is unlabelled. */
    static final Set<DataCategory> WITHOUT_DOMAIN = EnumSet.of(
            DataCategory.IDENTITY,
            DataCategory.CONTACT,
            DataCategory.BSN,
            DataCategory.ADDRESS,
            DataCategory.REPORTER_IDENTITY);

    // A refusal beats a consent of the same moment: objections win at equal specificity (law table 3.1).
    private static final Comparator<ConsentRecord> LATEST = Comparator.comparing(ConsentRecord::recordedAt)
            .thenComparing(record -> record.decision() == ConsentDecision.REFUSED);

    private final Question question;
    private final RequestedItem item;

    Coverage(Question question, RequestedItem item) {
        this.question = question;
        this.item = item;
    }

    GiverState of(PersonRef giver) {
        List<ConsentRecord> own = question.facts().consents().stream()
                .filter(record -> record.giver().equals(giver) && concerns(record) && counts(record))
                .toList();
        List<ConsentRecord> deciding = own.stream().filter(this::addressed).toList();
        if (deciding.isEmpty()) {
            return nearMiss(giver, own);
        }
        ConsentRecord latest = deciding.stream().max(LATEST).orElseThrow();
        if (latest.decision() == ConsentDecision.REFUSED) {
            return new GiverState(giver, !withdrawn(latest), Set.of(), null);
        }
        List<ConsentRecord> together = deciding.stream()
                .filter(record -> record.recordedAt().equals(latest.recordedAt()))
                .toList();
        return best(giver, together);
    }

    /** Whether a record is about this subject and this discloser, and had been made at the moment of sending. */
    private boolean concerns(ConsentRecord record) {
        return record.subjects().contains(item.subject())
                && record.discloser().equals(question.discloser())
                && !record.recordedAt().isAfter(question.request().at());
    }

    // One consents for oneself as SELF and for another as anything but SELF; a refusal counts in any capacity.
    private boolean counts(ConsentRecord record) {
        boolean refusal = record.decision() == ConsentDecision.REFUSED;
        boolean self = record.giver().equals(item.subject());
        return refusal ? refusalCovers(record) : self == (record.capacity() == Capacity.SELF);
    }

    private boolean refusalCovers(ConsentRecord record) {
        boolean category = record.categories().isEmpty() || record.categories().contains(item.category());
        if (item.lifeDomain() == null) {
            return category && (record.lifeDomains().isEmpty() || WITHOUT_DOMAIN.contains(item.category()));
        }
        return category
                && (record.lifeDomains().isEmpty() || record.lifeDomains().contains(item.lifeDomain()));
    }

    /** Whether a record is about this recipient and this purpose; an empty scope covers everything in a refusal only. */
    private boolean addressed(ConsentRecord record) {
        if (record.decision() == ConsentDecision.REFUSED) {
            return (record.recipients().isEmpty() || recipientInScope(record))
                    && (record.purposes().isEmpty() || purposeInScope(record));
        }
        return recipientInScope(record) && purposeInScope(record);
    }

    private boolean recipientInScope(ConsentRecord record) {
        return record.recipients().contains(question.receiver());
    }

    // Without a purpose the message is INCOMPLETE; that is said once, and not again as a narrow consent.
    private boolean purposeInScope(ConsentRecord record) {
        Purpose purpose = question.request().purpose();
        return purpose == null || record.purposes().contains(purpose);
    }

    private GiverState nearMiss(PersonRef giver, List<ConsentRecord> own) {
        List<ConsentRecord> given = own.stream()
                .filter(record -> record.decision() == ConsentDecision.GIVEN && !withdrawn(record))
                .toList();
        return given.isEmpty() ? new GiverState(giver, false, Set.of(), null) : best(giver, given);
    }

    /** The record with the fewest shortcomings, the latest of equals. */
    private GiverState best(PersonRef giver, List<ConsentRecord> records) {
        ConsentRecord best = records.stream()
                .min(Comparator.comparing(
                                (ConsentRecord record) -> shortcomings(record).size())
                        .thenComparing(
                                Comparator.comparing(ConsentRecord::recordedAt).reversed()))
                .orElseThrow();
        Set<String> shortcomings = shortcomings(best);
        return new GiverState(giver, false, shortcomings, shortcomings.isEmpty() ? best : null);
    }

    private Set<String> shortcomings(ConsentRecord record) {
        Set<String> scope = new LinkedHashSet<>();
        addUnless(scope, recipientInScope(record), "buiten-ontvanger");
        addUnless(scope, purposeInScope(record), "buiten-doel");
        addUnless(scope, record.categories().contains(item.category()), "buiten-categorie");
        addUnless(scope, domainInScope(record), "buiten-leefgebied");
        Set<String> all = new LinkedHashSet<>();
        // Withdrawing what never covered this item says nothing about it.
        addUnless(all, !withdrawn(record) || !scope.isEmpty(), "ingetrokken");
        addUnless(all, record.until() == null || !record.until().isBefore(question.day()), "verlopen");
        addUnless(all, record.from() == null || !record.from().isAfter(question.day()), "niet-ingegaan");
        addUnless(all, record.evidence() != null && !record.evidence().isBlank(), "zonder-bewijs");
        all.addAll(scope);
        return all;
    }

    private static void addUnless(Set<String> set, boolean fine, String shortcoming) {
        if (!fine) {
            set.add(shortcoming);
        }
    }

    private boolean domainInScope(ConsentRecord record) {
        if (item.lifeDomain() == null) {
            return WITHOUT_DOMAIN.contains(item.category());
        }
        return record.lifeDomains().contains(item.lifeDomain());
    }

    private boolean withdrawn(ConsentRecord record) {
        Instant withdrawn = record.withdrawnAt();
        return withdrawn != null && !withdrawn.isAfter(question.request().at());
    }
}
