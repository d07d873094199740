package nl.sluis.safety;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.sluis.audit.ReadLog;
import nl.sluis.household.HouseholdMember;
import nl.sluis.household.Households;
import nl.sluis.household.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What of safety is shown, to whom, with its entry in the audit before it is given. */
@Component
public final class Shown {

    private final SafetyTasks tasks;
    private final Instruments instruments;
    private final Households households;
    private final Sight sight;
    private final ReadLog log;
    private final MessageSource texts;

    Shown(
            SafetyTasks tasks,
            Instruments instruments,
            Households households,
            Sight sight,
            ReadLog log,
            MessageSource texts) {
        this.tasks = tasks;
        this.instruments = instruments;
        this.households = households;
        this.sight = sight;
        this.log = log;
        this.texts = texts;
    }

    boolean sees(UUID household) {
        return sight.sees(household);
    }

    String caller() {
        return sight.caller().orElseThrow();
    }

    ResponseEntity<SafetyView> answer(UUID household, HttpStatus status, Locale language) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(view(household, language));
    }

    /** What is shown of safety to who was found to see the household, with its entry in the audit. */
    public SafetyView view(UUID household, Locale language) {
        SafetyTasks.State state = tasks.of(household);
        List<ChildSafety> children = state.children();
        log.reads(
                "safety.read",
                null,
                Map.of("household", household.toString(), "count", Integer.toString(children.size())));
        List<HouseholdMember> members = households.members(household);
        return new SafetyView(
                texts.getMessage("safety.line", null, language),
                state.open(),
                instruments.choice(),
                children.stream()
                        .map(child -> of(household, child, name(members, child), language))
                        .toList());
    }

    private String banner(ChildSafety child, Locale language) {
        Estimate.NotMade not = child.notMade();
        Object[] who = {not == null ? "" : not.maker()};
        return texts.getMessage("safety.state." + child.state(), who, language);
    }

    private static @Nullable String name(List<HouseholdMember> members, ChildSafety child) {
        for (HouseholdMember member : members) {
            if (member.id().equals(child.member())) {
                return member.name();
            }
        }
        return null;
    }

    private SafetyView.Of of(UUID household, ChildSafety child, @Nullable String name, Locale language) {
        return new SafetyView.Of(
                child.member(),
                name,
                child.state(),
                banner(child, language),
                tasks.last(household, child.member()).orElse(null),
                child.isParentsOnly(),
                child.sources(),
                SafetyView.Made.of(child.start()),
                SafetyView.Made.of(child.now()),
                SafetyView.NotMade.of(child.notMade()));
    }
}
