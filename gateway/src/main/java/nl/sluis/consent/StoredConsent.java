package nl.sluis.consent;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.custody.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A row of the register.
 *
 * @param recordedAt by this node's clock
 * @param withdrawal null while it stands
 */
record StoredConsent(
        UUID id,
        PersonId giver,
        Set<PersonId> subjects,
        Terms terms,
        Instant recordedAt,
        @Nullable Withdrawn withdrawal) {

    StoredConsent {
        subjects = Set.copyOf(subjects);
    }

    /** The row that ends it. */
    record Withdrawn(Instant at, PersonId by, String channel, Instant recordedAt) {}

    /** Whether another says the same about the same people by the same giver. */
    boolean says(StoredConsent other) {
        return giver.equals(other.giver) && subjects.equals(other.subjects) && terms.equals(other.terms);
    }

    /**
     * From when it counts against other statements of the same giver. A consent counts from the act, so that an old form that
     * comes in late never overtakes a refusal; a refusal counts from when we know of it.
     */
    Instant effectiveAt() {
        Instant givenAt = terms.origin().givenAt();
        return terms.decision() == ConsentDecision.GIVEN && givenAt != null ? givenAt : recordedAt;
    }
}
