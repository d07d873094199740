package nl.sluis.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan, or a provision that was deployed. There is none without a day of evaluation and its owner.
 *
 * @param name for people
 * @param evaluation the day on which it is evaluated
 * @param owner who sees to it: as the identity provider names them
 * @param goals what is to change
 * @param actions what is done
 */
public record Plan(String name, LocalDate evaluation, String owner, List<Goal> goals, List<Action> actions) {

    static final String KIND = "PLAN";

    /** Copies. */
    public Plan {
        goals = List.copyOf(goals);
        actions = List.copyOf(actions);
    }

    /**
     * A goal, with the effect that is wanted.
     *
     * @param code by which actions name it
     */
    public record Goal(String code, String effect) {

        /** Never the effect. */
        @Override
        public String toString() {
            return "Goal[" + code + "]";
        }
    }

    /**
     * Something that is done.
     *
     * @param goal the code of the goal that it serves; null when none was said
     */
    public record Action(String text, @Nullable String goal) {

        /** Whether it serves no goal of its plan. */
        boolean isWithoutGoal(List<Goal> goals) {
            return goal == null || goals.stream().noneMatch(one -> one.code().equals(goal));
        }

        /** Never the text. */
        @Override
        public String toString() {
            return "Action[...]";
        }
    }

    /** Never what it says. */
    @Override
    public String toString() {
        return "Plan[...]";
    }
}
