package nl.sluis.household;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record about a household, as it was kept.
 *
 * @param member whom of the household it is about; null for all of it
 * @param code as it was given; null when there was none
 * @param supersedes the record in the place of which it came; null when in none
 * @param by who recorded it: the caller's id, never a name
 */
public record Entry<T>(
        UUID id,
        UUID household,
        @Nullable UUID member,
        @Nullable String code,
        @Nullable UUID supersedes,
        String by,
        Instant at,
        T content) {

    /** Never the content. */
    @Override
    public String toString() {
        return "Entry[" + id + "]";
    }
}
