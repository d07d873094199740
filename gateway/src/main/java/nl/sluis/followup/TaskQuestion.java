package nl.sluis.followup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which open tasks somebody asks for.
 *
 * @param owner only those of this person; null for those of everybody
 * @param overdueAt only those whose term has passed at this time; null for all
 */
record TaskQuestion(@Nullable String owner, @Nullable Instant overdueAt) {

    static TaskQuestion of(String owner) {
        return new TaskQuestion(owner, null);
    }

    static TaskQuestion overdueAt(Instant now) {
        return new TaskQuestion(null, now);
    }
}
