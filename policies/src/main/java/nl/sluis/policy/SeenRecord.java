package nl.sluis.policy;

import java.time.Instant;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.Purpose;

/** A record of consent as one question sees it. What is the same for every item is worked out once, when it is first asked. */
final class SeenRecord {

    private static final int SCOPE = Shortcoming.RECIPIENT.bit()
            | Shortcoming.PURPOSE.bit()
            | Shortcoming.CATEGORY.bit()
            | Shortcoming.DOMAIN.bit();
    private static final int NOT_LOOKED = -1;

    private final ConsentRecord record;
    private final Question question;
    private final boolean refusal;
    private final boolean toRecipient;
    private int shortcomings = NOT_LOOKED;

    SeenRecord(ConsentRecord record, Question question) {
        this.record = record;
        this.question = question;
        this.refusal = record.decision() == ConsentDecision.REFUSED;
        this.toRecipient = record.recipients().contains(question.receiver());
    }

    ConsentRecord record() {
        return record;
    }

    boolean refusal() {
        return refusal;
    }

    /** Whether it is about this recipient and this purpose; an empty scope covers everything in a refusal only. */
    boolean addressed() {
        return (toRecipient || (refusal && record.recipients().isEmpty()))
                && (forPurpose() || (refusal && record.purposes().isEmpty()));
    }

    /** Without a purpose the message is INCOMPLETE; that is said once, and not again as a narrow consent. */
    private boolean forPurpose() {
        Purpose purpose = question.request().purpose();
        return purpose == null || record.purposes().contains(purpose);
    }

    boolean withdrawn() {
        Instant withdrawn = record.withdrawnAt();
        return withdrawn != null && !withdrawn.isAfter(question.request().at());
    }

    /** Whether a refusal is about the item; an empty scope in it is about everything. */
    boolean refuses(RequestedItem item) {
        boolean category = record.categories().isEmpty() || record.categories().contains(item.category());
        return category && (record.lifeDomains().isEmpty() || domainInScope(item));
    }

    /** What is wrong with a consent for this item, a bit each. */
    int shortcomings(RequestedItem item) {
        if (shortcomings == NOT_LOOKED) {
            shortcomings = scope() | term();
        }
        int all = shortcomings
                | Shortcoming.CATEGORY.when(!record.categories().contains(item.category()))
                | Shortcoming.DOMAIN.when(!domainInScope(item));
        // Withdrawing what never covered this item says nothing about it.
        return (all & SCOPE) == 0 ? all | Shortcoming.WITHDRAWN.when(withdrawn()) : all;
    }

    private int scope() {
        return Shortcoming.RECIPIENT.when(!toRecipient) | Shortcoming.PURPOSE.when(!forPurpose());
    }

    private int term() {
        boolean expired = record.until() != null && record.until().isBefore(question.day());
        boolean early = record.from() != null && record.from().isAfter(question.day());
        boolean evidence = record.evidence() != null && !record.evidence().isBlank();
        return Shortcoming.EXPIRED.when(expired)
                | Shortcoming.NOT_YET_VALID.when(early)
                | Shortcoming.WITHOUT_EVIDENCE.when(!evidence);
    }

    private boolean domainInScope(RequestedItem item) {
        return item.lifeDomain() == null
                ? item.identifies()
                : record.lifeDomains().contains(item.lifeDomain());
    }
}
