package nl.sluis.safety;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.followup.Opening;
import nl.sluis.followup.Task;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What must be done about safety: opened by what arrives, settled by an estimate and by nothing else. */
@Component
class SafetyTasks {

    private static final Locale DUTCH = Locale.of("nl");

    private final Tasks tasks;
    private final SafetyRecords records;
    private final SafetySettings settings;
    private final MessageSource texts;
    private final Clock clock;

    SafetyTasks(Tasks tasks, SafetyRecords records, SafetySettings settings, MessageSource texts, Clock clock) {
        this.tasks = tasks;
        this.records = records;
        this.settings = settings;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Opens what an item asks for; nothing when every child has a present estimate.
     *
     * @param unknown whether the item names children of whom too little is said to know who they are: no estimate of another child answers that,
     *     and a person says who they are and how they fare
     */
    void ask(UUID household, UUID item, Ask ask, boolean unknown) {
        List<ChildSafety> open =
                records.of(household).stream().filter(ChildSafety::isOpen).toList();
        open.forEach(child -> estimate(household, child));
        if (unknown) {
            open(household, Opening.of(TaskKind.SAFETY_ESTIMATE).aboutItem(item).because(text("safety.task.unknown")));
        }
        if (ask == Ask.ADULT_PROBLEM && !open.isEmpty()) {
            open(
                    household,
                    Opening.of(TaskKind.ADULT_PROBLEM_SAFETY)
                            .aboutItem(item)
                            .because(text("safety.task.adult", open.size())));
        }
    }

    /**
     * How a household stands.
     *
     * @param open whether something must be done: a child without a present estimate, or one of whom nobody knows yet who they are
     */
    record State(List<ChildSafety> children, boolean open) {}

    State of(UUID household) {
        List<ChildSafety> children = records.of(household);
        boolean open = children.stream().anyMatch(ChildSafety::isOpen)
                || tasks.of(household).stream().anyMatch(task -> task.kind() == TaskKind.SAFETY_ESTIMATE);
        return new State(children, open);
    }

    /** The id of the present estimate of a child; empty when there is none. */
    Optional<UUID> last(UUID household, UUID member) {
        return records.last(household, member);
    }

    /** Opens that somebody looks at the others, of whom a report says nothing. */
    void others(UUID household, Set<UUID> others) {
        others.forEach(
                other -> open(household, Opening.of(TaskKind.OTHER_CHILDREN).aboutMember(other)));
    }

    /** After something was recorded: opens what is open now and settles what no longer is. */
    void follow(UUID household, String by) {
        List<ChildSafety> children = records.of(household);
        List<ChildSafety> open = children.stream().filter(ChildSafety::isOpen).toList();
        Set<UUID> closed = children.stream()
                .filter(child -> !child.isOpen())
                .map(ChildSafety::member)
                .collect(Collectors.toSet());
        open.forEach(child -> estimate(household, child));
        for (Task task : tasks.of(household)) {
            UUID member = task.member();
            boolean all = open.isEmpty() && !closed.isEmpty();
            boolean answered = switch (task.kind()) {
                case SAFETY_ESTIMATE -> member != null && closed.contains(member);
                case ADULT_PROBLEM_SAFETY -> all;
                default -> false;
            };
            if (answered) {
                tasks.settle(household, task.id(), "ESTIMATED", null, by);
            }
        }
    }

    private void estimate(UUID household, ChildSafety child) {
        open(
                household,
                Opening.of(TaskKind.SAFETY_ESTIMATE)
                        .aboutMember(child.member())
                        .because(text("safety.task." + child.state())));
    }

    private void open(UUID household, Opening opening) {
        Instant due = clock.instant().plus(settings.term());
        tasks.open(household, opening.dueAt(due));
    }

    private String text(String key, Object... values) {
        return texts.getMessage(key, values, DUTCH);
    }
}
