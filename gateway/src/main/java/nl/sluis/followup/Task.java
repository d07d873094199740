package nl.sluis.followup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be done about a household, or was.
 *
 * @param item of the feed that it is about; null when none
 * @param member whom it is about; null for the whole household
 * @param record of the household that it is about; null when none
 * @param owner the person who owns it; null when its role does
 * @param ownerRole the role that owns it when no person does; always there
 * @param due until when; null when it has no term
 * @param step how often it was escalated
 * @param reason why it must be done; null when the kind says it all
 * @param settled how it was settled; null while it is open
 * @param items of the feed that it brings together; empty for most
 */
public record Task(
        UUID id,
        UUID household,
        TaskKind kind,
        @Nullable UUID item,
        @Nullable UUID member,
        @Nullable UUID record,
        @Nullable String owner,
        String ownerRole,
        Instant openedAt,
        @Nullable Instant due,
        int step,
        @Nullable String reason,
        @Nullable Settled settled,
        List<UUID> items) {

    public Task {
        items = List.copyOf(items);
    }

    /** Whether it is settled by an act of its own only. Of children whom nobody recognised there is none: a person says who they are. */
    public boolean byOwnAct() {
        return kind.byOwnAct() && !(kind == TaskKind.SAFETY_ESTIMATE && member == null);
    }

    /**
     * How a task was settled.
     *
     * @param code what was decided
     * @param by the caller's id, never a name
     * @param reason in words; null when none was given
     */
    public record Settled(
            String code, String by, Instant at, @Nullable String reason) {

        /** Never the reason. */
        @Override
        public String toString() {
            return "Settled[" + code + "]";
        }
    }

    /** Whether its term has passed while it is open. */
    public boolean overdue(Instant now) {
        return settled == null && due != null && due.isBefore(now);
    }

    /** Never the reason. */
    @Override
    public String toString() {
        return "Task[" + kind + " " + id + "]";
    }
}
