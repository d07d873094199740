package nl.sluis.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
import nl.sluis.followup.Opening;
import nl.sluis.followup.Task;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import nl.sluis.household.Entry;
import nl.sluis.household.Households;
import nl.sluis.household.Note;
import nl.sluis.household.Records;
import nl.sluis.node.Dutch;
import nl.sluis.safety.SafetyRecords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans of a household and their evaluations. */
@Component
class Plans {

    private final Records records;
    private final Tasks tasks;
    private final Households households;
    private final SafetyRecords safety;
    private final AuditLog audit;
    private final Clock clock;

    Plans(Records records, Tasks tasks, Households households, SafetyRecords safety, AuditLog audit, Clock clock) {
        this.records = records;
        this.tasks = tasks;
        this.households = households;
        this.safety = safety;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of an evaluation. */
    enum Outcome {
        /** It is on record. */
        RECORDED,
        /** There is no such plan. */
        NOT_THERE,
        /** There are children, and it does not say what safety then beside safety now means. */
        WITHOUT_SAFETY
    }

    /** All plans of a household, the oldest first. */
    List<Entry<Plan>> of(UUID household) {
        return records.of(household, Plan.KIND, Plan.class);
    }

    /** The evaluations of a plan, the oldest first. */
    List<Evaluation> evaluations(UUID household, UUID plan) {
        return records.of(household, Evaluation.KIND, Evaluation.class).stream()
                .map(Entry::content)
                .filter(evaluation -> evaluation.plan().equals(plan))
                .toList();
    }

    /** Records a plan, with the task of its evaluation; false when there is no such household. */
    @Transactional
    boolean add(UUID household, Plan plan, String by) {
        if (!households.hold(household)) {
            return false;
        }
        UUID id = records.add(household, Note.of(Plan.KIND, plan), by, clock.instant());
        evaluate(household, id, plan.owner(), plan.evaluation());
        audit.append("plan.recorded", null, Map.of("household", household.toString(), "plan", id.toString()));
        return true;
    }

    /** Records an evaluation, settles its task and opens the next. */
    @Transactional
    Outcome evaluated(UUID household, Evaluation evaluation, String by) {
        Optional<Entry<Plan>> plan = records.find(household, evaluation.plan(), Plan.KIND, Plan.class);
        if (plan.isEmpty()) {
            return Outcome.NOT_THERE;
        }
        if (evaluation.safety() == null && !safety.of(household).isEmpty()) {
            return Outcome.WITHOUT_SAFETY;
        }
        records.add(household, Note.of(Evaluation.KIND, evaluation), by, clock.instant());
        for (Task task : tasks.of(household)) {
            if (task.kind() == TaskKind.EVALUATION && evaluation.plan().equals(task.record())) {
                tasks.settle(household, task.id(), "EVALUATED", null, by);
            }
        }
        LocalDate next = evaluation.next();
        if (next != null) {
            evaluate(household, evaluation.plan(), plan.get().content().owner(), next);
        }
        audit.append(
                "plan.evaluated",
                null,
                Map.of(
                        "household",
                        household.toString(),
                        "plan",
                        evaluation.plan().toString()));
        return Outcome.RECORDED;
    }

    private void evaluate(UUID household, UUID plan, String owner, LocalDate day) {
        tasks.open(
                household,
                Opening.of(TaskKind.EVALUATION)
                        .aboutRecord(plan)
                        .ownedBy(owner)
                        .dueAt(day.atStartOfDay(Dutch.ZONE).toInstant()));
    }
}
