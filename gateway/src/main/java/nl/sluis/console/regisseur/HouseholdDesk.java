package nl.sluis.console.regisseur;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.sluis.family.FamilyPage;
import nl.sluis.feed.FeedPage;
import nl.sluis.feed.FeedQuery;
import nl.sluis.feed.FeedReads;
import nl.sluis.followup.TaskReads;
import nl.sluis.plan.PlanPage;
import nl.sluis.plan.PlanView;
import nl.sluis.regie.RegiePage;
import nl.sluis.safety.Shown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays a household out from what its packages show of it: the same that their calls answer, with the same entries in the audit. */
@Component
class HouseholdDesk {

    private final FamilyPage family;
    private final RegiePage regie;
    private final Shown safety;
    private final PlanPage plans;
    private final TaskReads tasks;
    private final FeedReads feed;

    HouseholdDesk(FamilyPage family, RegiePage regie, Shown safety, PlanPage plans, TaskReads tasks, FeedReads feed) {
        this.family = family;
        this.regie = regie;
        this.safety = safety;
        this.plans = plans;
        this.tasks = tasks;
        this.feed = feed;
    }

    /** For who was found to see the household. */
    HouseholdSheet lay(UUID household, Locale language) {
        FeedPage items = feed.latest(household, FeedQuery.MAX_LIMIT);
        // Whom plans cover is concluded from all items: what cannot be read may be a plan
        @Nullable PlanView planned = items.unreadable().isEmpty() ? plans.view(household) : null;
        return new HouseholdSheet(
                family.view(household, language),
                regie.view(household),
                safety.view(household, language),
                planned,
                tasks.of(household),
                TimelineDay.of(items.items(), language),
                List.copyOf(items.unreadable()));
    }
}
