package nl.sluis.followup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as it is read.
 *
 * @param owner the person who owns it; null when its role does
 * @param step how often it was escalated
 * @param reason null when there is none, or when the reader owns the task and is not involved with the household
 * @param items of the feed that it brings together; empty for most
 */
public record TaskView(
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
        boolean overdue,
        int step,
        @Nullable String reason,
        List<UUID> items) {

    static TaskView of(Task task, boolean withReason, Instant now) {
        return new TaskView(
                task.id(),
                task.household(),
                task.kind(),
                task.item(),
                task.member(),
                task.record(),
                task.owner(),
                task.ownerRole(),
                task.openedAt(),
                task.due(),
                task.overdue(now),
                task.step(),
                withReason ? task.reason() : null,
                task.items());
    }
}
