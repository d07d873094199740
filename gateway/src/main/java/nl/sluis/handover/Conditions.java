package nl.sluis.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonRef;
import nl.sluis.feed.FeedItem;
import nl.sluis.followup.Opening;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import nl.sluis.household.Note;
import nl.sluis.household.Records;
import nl.sluis.node.Dutch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What Veilig Thuis made a condition: somebody sees to it that it is met on its day, or it goes up the ladder as all that is overdue. */
@Component
class Conditions {

    private static final String KIND = "HANDOVER_CONDITION";
    private static final String NODE = "node";

    private final Records records;
    private final Tasks tasks;

    Conditions(Records records, Tasks tasks) {
        this.records = records;
        this.tasks = tasks;
    }

    /**
     * One condition.
     *
     * @param checkOn the last day on which it can still be met; null when none is stated
     */
    record Condition(UUID handover, String text, @Nullable LocalDate checkOn) {

        /** Never what it says. */
        @Override
        public String toString() {
            return "Condition[" + handover + "]";
        }
    }

    /** Keeps each with its task, in the caller's transaction. */
    void keep(FeedItem item, UUID handover, List<Block> blocks, Map<PersonRef, UUID> members) {
        LocalDate sent = Dutch.day(item.message().sentAt());
        for (Block block : blocks) {
            if (block.code().equals(Block.CONDITION)) {
                String text = block.text();
                Condition condition = new Condition(
                        handover,
                        text == null ? block.code() : text,
                        checkOn(block.on(), sent).orElse(null));
                keep(item, condition, members.get(block.subject()));
            }
        }
    }

    private void keep(FeedItem item, Condition condition, @Nullable UUID member) {
        UUID household = item.household();
        // A record each: of two conditions about one child each has its own task
        UUID id = records.add(household, Note.of(KIND, condition).about(member), NODE, item.arrivedAt());
        LocalDate day = condition.checkOn();
        Instant due =
                day == null ? null : day.plusDays(1).atStartOfDay(Dutch.ZONE).toInstant();
        tasks.open(
                household,
                Opening.of(TaskKind.CONDITION)
                        .aboutMember(member)
                        .aboutRecord(id)
                        .dueAt(due)
                        .because(condition.text()));
    }

    // Of a month or a year the last day counts, as who must meet it may take that long; a day before it was sent is
    // when it was said
    private static Optional<LocalDate> checkOn(@Nullable PartialDate stated, LocalDate sent) {
        return Optional.ofNullable(stated)
                .filter(date -> date.year() != 0)
                .map(PartialDate::latest)
                .filter(day -> !day.isBefore(sent));
    }
}
