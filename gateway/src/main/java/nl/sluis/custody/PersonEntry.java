package nl.sluis.custody;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.CustodyType;
import nl.sluis.canonical.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A person as the organisation's own system states them; replaces what was stated before.
 *
 * @param bsn null when not stated; then the one on record stays
 * @param custody null when nothing is known of it
 */
record PersonEntry(
        PartialDate birthDate,
        @Nullable Bsn bsn,
        boolean capable,
        @Nullable Authority custody) {

    /** Who holds authority, as a register stated it. */
    record Authority(
            CustodyType type,
            Set<PersonReference> holders,
            boolean underInvestigation,
            String source,
            Instant retrievedAt) {}

    List<PersonReference> holders() {
        return Optional.ofNullable(custody)
                .map(authority -> List.copyOf(authority.holders()))
                .orElse(List.of());
    }

    /** Whether a custody of this type can have so many holders; a guardian may be an institution, which is no person. */
    static boolean fits(CustodyType type, int holders) {
        return switch (type) {
            case JOINT_PARENTS, JOINT_OTHER -> holders == 2;
            case SOLE_PARENT -> holders == 1;
            case GUARDIAN -> holders <= 2;
            case TEMPORARILY_NONE, NOT_DETERMINABLE, NONE_ADULT -> holders == 0;
        };
    }
}
