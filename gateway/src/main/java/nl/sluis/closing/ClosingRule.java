package nl.sluis.closing;

import java.util.Collection;
import java.util.List;
import nl.sluis.followup.TaskKind;
import nl.sluis.safety.ChildSafety;

/** Whether a household can be closed, and by how many. */
enum ClosingRule {
    /** By one person. */
    CLOSES,
    /** A worry is open or an answer is no: a second person decides. */
    NEEDS_SECOND,
    /** A second person was asked, and has not decided. */
    AWAITED,
    /** Somebody else has regie. */
    NOT_THEIRS,
    /** Something stands open that nobody can sign away. */
    REFUSED;

    // A second person's own task is what closing waits for; a report that nobody took up is closed with nobody having
    // read it
    private static boolean forbids(TaskKind kind) {
        return kind == TaskKind.TAKE_UP
                || kind == TaskKind.RETURNED_VTO
                || (kind.forbidsClosing() && kind != TaskKind.CLOSING_COSIGN);
    }

    /** By the answers, what is open and how the children are. */
    static ClosingRule of(Closing closing, Collection<TaskKind> open, List<ChildSafety> children) {
        if (open.stream().anyMatch(ClosingRule::forbids) || children.stream().anyMatch(ChildSafety::isOpen)) {
            return REFUSED;
        }
        return closing.isSound() && children.stream().noneMatch(ChildSafety::isWorrying) ? CLOSES : NEEDS_SECOND;
    }
}
