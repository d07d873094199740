package nl.sluis.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.sluis.household.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Plans in an answer.
 *
 * @param plans those that were recorded here, the oldest first
 * @param summaries those that partners sent, with whom they cover and whom not
 */
public record PlanView(List<Own> plans, List<Summary> summaries) {

    /** A plan of this household. */
    public record Own(
            UUID id,
            String name,
            LocalDate evaluation,
            String owner,
            List<Plan.Goal> goals,
            List<Action> actions,
            List<Evaluation> evaluations) {

        static Own of(Entry<Plan> entry, List<Evaluation> evaluations) {
            Plan plan = entry.content();
            return new Own(
                    entry.id(),
                    plan.name(),
                    plan.evaluation(),
                    plan.owner(),
                    plan.goals(),
                    plan.actions().stream()
                            .map(action -> new Action(action.text(), action.goal(), action.isWithoutGoal(plan.goals())))
                            .toList(),
                    evaluations);
        }
    }

    /**
     * Something that is done.
     *
     * @param withoutGoal whether it serves no goal of the plan
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Action(String text, @Nullable String goal, boolean withoutGoal) {}

    /** A plan that a partner sent. */
    public record Summary(UUID item, String source, List<Somebody> covers, List<Somebody> notCovered) {}

    /** A member of the household. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Somebody(UUID member, @Nullable String name) {}
}
