package nl.sluis.closing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.sluis.audit.AuditLog;
import nl.sluis.followup.Opening;
import nl.sluis.followup.Task;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import nl.sluis.household.Entry;
import nl.sluis.household.Note;
import nl.sluis.household.Records;
import nl.sluis.node.Dutch;
import nl.sluis.safety.SafetyRecords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes households, alone or with a second person. */
@Component
class Closings {

    private final Records records;
    private final Tasks tasks;
    private final SafetyRecords safety;
    private final ClosingSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    Closings(
            Records records, Tasks tasks, SafetyRecords safety, ClosingSettings settings, AuditLog audit, Clock clock) {
        this.records = records;
        this.tasks = tasks;
        this.safety = safety;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where a closing is. */
    enum State {
        /** It is closed. */
        CLOSED,
        /** A second person must decide. */
        AWAITS_SECOND,
        /** The second person did not agree. */
        NOT_AGREED
    }

    /** What became of a second person's word. */
    enum Outcome {
        /** It is on record. */
        RECORDED,
        /** No closing awaits it. */
        NOT_AWAITED,
        /** It is the same person, or the same caller. */
        SAME_PERSON,
        /** They have regie. */
        HAS_REGIE,
        /** Something was opened since that nobody can sign away. */
        OPENED_MEANWHILE
    }

    /** What a second person says. */
    record Cosigning(String person, boolean agreed, String why) {}

    /** The last closing, if any. */
    Optional<Entry<Closing>> last(UUID household) {
        return records.of(household, Closing.KIND, Closing.class).stream().reduce((before, after) -> after);
    }

    /** The second person's word about it, if any. */
    Optional<Cosignature> second(UUID household, UUID closing) {
        return records.of(household, Cosignature.KIND, Cosignature.class).stream()
                .map(Entry::content)
                .filter(word -> word.closing().equals(closing))
                .findFirst();
    }

    /** Where a closing is now. */
    State state(UUID household, Entry<Closing> closing) {
        if (ClosingRule.CLOSES.name().equals(closing.code())) {
            return State.CLOSED;
        }
        return second(household, closing.id())
                .map(word -> word.agreed() ? State.CLOSED : State.NOT_AGREED)
                .orElse(State.AWAITS_SECOND);
    }

    /**
     * Closes, or asks a second person, or does neither; what it came to.
     *
     * @param may whether who calls may; asked when nobody else changes who has regie
     */
    @Transactional
    ClosingRule close(UUID household, Closing closing, String by, Predicate<UUID> may) {
        // Of two at once one closes, and the other sees that it did
        if (!records.holdAlone(household)) {
            return ClosingRule.REFUSED;
        }
        if (!may.test(household)) {
            return ClosingRule.NOT_THEIRS;
        }
        Optional<State> before = last(household).map(earlier -> state(household, earlier));
        if (before.equals(Optional.of(State.AWAITS_SECOND))) {
            return ClosingRule.AWAITED;
        }
        ClosingRule rule = rule(household, closing);
        if (rule == ClosingRule.REFUSED) {
            return rule;
        }
        // Nobody closes alone what somebody else would not sign
        if (before.equals(Optional.of(State.NOT_AGREED))) {
            rule = ClosingRule.NEEDS_SECOND;
        }
        UUID id = records.add(household, Note.of(Closing.KIND, closing).coded(rule.name()), by, clock.instant());
        if (rule == ClosingRule.NEEDS_SECOND) {
            tasks.open(
                    household,
                    Opening.of(TaskKind.CLOSING_COSIGN)
                            .aboutRecord(id)
                            .ownedByRole(settings.role())
                            .dueAt(clock.instant().plus(settings.term())));
        } else {
            lookAgain(household, id, closing);
        }
        audit.append(
                "closing.recorded",
                null,
                Map.of("household", household.toString(), "closing", id.toString(), "rule", rule.name()));
        return rule;
    }

    private ClosingRule rule(UUID household, Closing closing) {
        List<TaskKind> open = tasks.of(household).stream().map(Task::kind).toList();
        return ClosingRule.of(closing, open, safety.of(household));
    }

    /**
     * Records what a second person decides.
     *
     * @param themselves whether who calls is a person, who signs for nobody else
     * @param may whether who calls may; asked when nobody else changes who has regie
     */
    @Transactional
    Outcome cosign(UUID household, Cosigning said, String by, boolean themselves, Predicate<UUID> may) {
        if (!records.holdAlone(household)) {
            return Outcome.NOT_AWAITED;
        }
        if (!may.test(household)) {
            return Outcome.HAS_REGIE;
        }
        Optional<Entry<Closing>> awaited =
                last(household).filter(closing -> state(household, closing) == State.AWAITS_SECOND);
        if (awaited.isEmpty()) {
            return Outcome.NOT_AWAITED;
        }
        Entry<Closing> closing = awaited.get();
        boolean agreed = said.agreed();
        if (said.person().strip().equalsIgnoreCase(closing.content().person().strip())
                || (themselves && by.equals(closing.by()))) {
            return Outcome.SAME_PERSON;
        }
        if (agreed && rule(household, closing.content()) == ClosingRule.REFUSED) {
            return Outcome.OPENED_MEANWHILE;
        }
        records.add(
                household,
                Note.of(Cosignature.KIND, new Cosignature(closing.id(), said.person(), agreed, said.why()))
                        .coded(agreed ? "AGREED" : "NOT_AGREED"),
                by,
                clock.instant());
        for (Task task : tasks.of(household)) {
            if (task.kind() == TaskKind.CLOSING_COSIGN && closing.id().equals(task.record())) {
                tasks.settle(household, task.id(), agreed ? "AGREED" : "NOT_AGREED", null, by);
            }
        }
        if (agreed) {
            lookAgain(household, closing.id(), closing.content());
        }
        audit.append(
                "closing.cosigned",
                null,
                Map.of(
                        "household", household.toString(),
                        "closing", closing.id().toString(),
                        "agreed", Boolean.toString(agreed)));
        return Outcome.RECORDED;
    }

    private void lookAgain(UUID household, UUID closing, Closing said) {
        LocalDate day = said.lookAgain();
        if (day != null) {
            tasks.open(
                    household,
                    Opening.of(TaskKind.LOOK_AGAIN)
                            .aboutRecord(closing)
                            .dueAt(day.atStartOfDay(Dutch.ZONE).toInstant()));
        }
    }
}
