package nl.sluis.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.audit.ReadLog;
import nl.sluis.canonical.MessageKind;
import nl.sluis.feed.Feed;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.FeedQuery;
import nl.sluis.feed.Viewer;
import nl.sluis.household.HouseholdMember;
import nl.sluis.household.Households;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What is shown of plans, with its entry in the audit before it is given. */
@Component
public final class PlanPage {

    private final Plans plans;
    private final Feed feed;
    private final Households households;
    private final ReadLog log;

    PlanPage(Plans plans, Feed feed, Households households, ReadLog log) {
        this.plans = plans;
        this.feed = feed;
        this.households = households;
        this.log = log;
    }

    /** For who was found to see the household. */
    ResponseEntity<PlanView> answer(UUID household, HttpStatus status) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(view(household));
    }

    /** What is shown of plans to who was found to see the household, with its entry in the audit. */
    public PlanView view(UUID household) {
        Map<UUID, HouseholdMember> members = new LinkedHashMap<>();
        households.members(household).forEach(member -> members.put(member.id(), member));
        List<PlanView.Summary> summaries =
                feed.latest(household, FeedQuery.MAX_LIMIT, new Viewer.Organisation()).whole().stream()
                        .filter(item -> item.message().kind() == MessageKind.PLAN_SUMMARY)
                        .map(item -> summary(household, item, members))
                        .toList();
        List<PlanView.Own> own = plans.of(household).stream()
                .map(plan -> PlanView.Own.of(plan, plans.evaluations(household, plan.id())))
                .toList();
        log.reads(
                "plan.read",
                null,
                Map.of("household", household.toString(), "count", Integer.toString(own.size() + summaries.size())));
        return new PlanView(own, summaries);
    }

    private PlanView.Summary summary(UUID household, FeedItem item, Map<UUID, HouseholdMember> members) {
        Coverage coverage =
                Coverage.of(item.message(), households.recognised(household, item.message()), members.keySet());
        return new PlanView.Summary(
                item.id(),
                item.sourceName(),
                somebodies(coverage.covered(), members),
                somebodies(coverage.notCovered(), members));
    }

    private static List<PlanView.Somebody> somebodies(List<UUID> ids, Map<UUID, HouseholdMember> members) {
        return members.values().stream()
                .filter(member -> ids.contains(member.id()))
                .map(member -> new PlanView.Somebody(member.id(), member.name()))
                .toList();
    }
}
