package nl.sluis.transition;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
import nl.sluis.followup.Opening;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import nl.sluis.household.Households;
import nl.sluis.node.Dutch;
import nl.sluis.safety.SafetyRecords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the task {@code TURNS_EIGHTEEN} for each child who turns eighteen soon, once: whoever settled it has seen to it. It is due on the birthday, on
 * which the rules let go of what parents allowed by themselves.
 */
@Component
class ComingOfAge {

    private static final Locale DUTCH = Locale.of("nl");

    private final Tasks tasks;
    private final Households households;
    private final SafetyRecords children;
    private final AuditLog audit;
    private final MessageSource texts;
    private final Clock clock;

    ComingOfAge(
            Tasks tasks,
            Households households,
            SafetyRecords children,
            AuditLog audit,
            MessageSource texts,
            Clock clock) {
        this.tasks = tasks;
        this.households = households;
        this.children = children;
        this.audit = audit;
        this.texts = texts;
        this.clock = clock;
    }

    /** Opens what is due about a household within a time from today; it may be gone since it was found. */
    @Transactional
    void see(UUID household, Period before) {
        LocalDate today = Dutch.day(clock.instant());
        Map<UUID, LocalDate> birthdays = children.comingOfAge(household);
        if (birthdays.values().stream().noneMatch(day -> isSoon(day, today, before)) || !households.hold(household)) {
            return;
        }
        List<UUID> seen = tasks.history(household).stream()
                .filter(task -> task.kind() == TaskKind.TURNS_EIGHTEEN)
                .map(task -> task.member())
                .toList();
        birthdays.forEach((member, day) -> {
            if (isSoon(day, today, before) && !seen.contains(member)) {
                open(household, member, day);
            }
        });
    }

    private static boolean isSoon(LocalDate birthday, LocalDate today, Period before) {
        return !birthday.minus(before).isAfter(today);
    }

    private void open(UUID household, UUID member, LocalDate birthday) {
        tasks.open(
                household,
                Opening.of(TaskKind.TURNS_EIGHTEEN)
                        .aboutMember(member)
                        .dueAt(birthday.atStartOfDay(Dutch.ZONE).toInstant())
                        .because(texts.getMessage("transition.task", null, DUTCH)));
        audit.append(
                "household.turns-18", null, Map.of("household", household.toString(), "member", member.toString()));
    }
}
