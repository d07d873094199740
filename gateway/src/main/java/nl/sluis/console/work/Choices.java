package nl.sluis.console.work;

import java.util.List;
import nl.sluis.feed.FeedState;
import nl.sluis.followup.TaskKind;
import nl.sluis.submit.ItemAct;

/** What can be chosen on a page; each choice has its words in the message bundles. */
final class Choices {

    private static final List<String> OF_A_TASK = List.of("DONE", "ARRANGED_ELSEWHERE", "NOT_NEEDED");

    private Choices() {}

    /** The acts that may succeed on an item in a state, the most usual first; the path decides. */
    static List<ItemAct> of(FeedState state) {
        return switch (state) {
            case NEW -> List.of(ItemAct.TAKE_UP, ItemAct.PASS_ON, ItemAct.HAND_BACK, ItemAct.CLOSE);
            case TAKEN_UP -> List.of(ItemAct.CLOSE, ItemAct.PASS_ON, ItemAct.HAND_BACK);
            case PASSED_ON -> List.of(ItemAct.ACCEPT, ItemAct.DECLINE);
            case HANDED_BACK -> List.of(ItemAct.TAKE_UP, ItemAct.CONTEST, ItemAct.HAND_BACK, ItemAct.CLOSE);
            case CLOSED -> List.of();
        };
    }

    /** The codes with which a task is settled; none for one that is settled by doing it. */
    static List<String> of(TaskKind kind) {
        if (kind.byOwnAct()) {
            return List.of();
        }
        return switch (kind) {
            case ACUTE -> List.of("ACTED", "REPORTED", "NOT_ACUTE");
            case PATTERN -> List.of("TOGETHER", "APART");
            case ESCALATION -> List.of("NEXT_STEP", "STAYS");
            default -> OF_A_TASK;
        };
    }

    /** Whether a task is settled by an estimate of safety, or by saying why there is none. */
    static boolean onSafety(TaskKind kind) {
        return kind == TaskKind.SAFETY_ESTIMATE
                || kind == TaskKind.ADULT_PROBLEM_SAFETY
                || kind == TaskKind.OTHER_CHILDREN;
    }

    /** Whether a task is settled on the page of its item. */
    static boolean onItem(TaskKind kind) {
        return kind == TaskKind.TAKE_UP || kind == TaskKind.PASS_ON_ACCEPTANCE || kind == TaskKind.CONTESTED;
    }
}
