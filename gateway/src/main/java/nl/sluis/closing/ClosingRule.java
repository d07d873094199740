package nl.sluis.closing;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.sluis.followup.TaskKind;
import nl.sluis.safety.ChildSafety;

/** Whether a household can be closed, and by how many. */
enum ClosingRule {
    /** By one person. */
    CLOSES,
    /** A worry is open or an answer is no: a second person decides. */
    NEEDS_SECOND,
    /** Something stands open that nobody can sign away. */
    REFUSED;

    /** While one of these is open nobody closes. */
    private static final Set<TaskKind> NEVER_WHILE_OPEN = EnumSet.of(
            TaskKind.SAFETY_ESTIMATE,
            TaskKind.ADULT_PROBLEM_SAFETY,
            TaskKind.OTHER_CHILDREN,
            TaskKind.ACUTE,
            TaskKind.HANDOVER_CONFIRMATION,
            TaskKind.RETURNED_VTO);

    /** By the answers, what is open and how the children are. */
    static ClosingRule of(Closing closing, Collection<TaskKind> open, List<ChildSafety> children) {
        if (open.stream().anyMatch(NEVER_WHILE_OPEN::contains)
                || children.stream().anyMatch(ChildSafety::isOpen)) {
            return REFUSED;
        }
        return closing.isSound() && children.stream().noneMatch(ChildSafety::isWorrying) ? CLOSES : NEEDS_SECOND;
    }
}
