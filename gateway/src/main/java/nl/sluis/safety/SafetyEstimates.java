package nl.sluis.safety;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.sluis.audit.AuditLog;
import nl.sluis.household.HouseholdMember;
import nl.sluis.household.Households;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records estimates, and that none was made; both settle or open what must be done. */
@Component
public class SafetyEstimates {

    private final Households households;
    private final SafetyRecords records;
    private final SafetyTasks tasks;
    private final AuditLog audit;

    SafetyEstimates(Households households, SafetyRecords records, SafetyTasks tasks, AuditLog audit) {
        this.households = households;
        this.records = records;
        this.tasks = tasks;
        this.audit = audit;
    }

    /** What became of it. */
    enum Outcome {
        /** It is on record. */
        RECORDED,
        /** There is no such household, or no such estimate in it. */
        NOT_THERE,
        /** One of those whom it is about is not of the household. */
        NOT_A_MEMBER,
        /** Nobody was named, and no child of the household is known. */
        NO_CHILDREN
    }

    /**
     * Records about each child the same.
     *
     * @param named whom it is about; nobody for every child that is known
     * @param estimate what was estimated of a child, or why not
     * @param by the caller's id
     */
    @Transactional
    Outcome record(UUID household, Set<UUID> named, Function<UUID, Estimate> estimate, String by) {
        if (!households.hold(household)) {
            return Outcome.NOT_THERE;
        }
        Set<UUID> members =
                households.members(household).stream().map(HouseholdMember::id).collect(Collectors.toSet());
        if (!members.containsAll(named)) {
            return Outcome.NOT_A_MEMBER;
        }
        Set<UUID> about = named.isEmpty() ? records.children(household) : named;
        if (about.isEmpty()) {
            return Outcome.NO_CHILDREN;
        }
        List<Estimate> estimates = about.stream()
                .map(estimate)
                // Whoever presses twice says it once
                .filter(one -> !records.saysLast(household, one))
                .toList();
        if (estimates.isEmpty()) {
            return Outcome.RECORDED;
        }
        estimates.forEach(one -> records.add(household, one, by));
        tasks.follow(household, by);
        boolean made = estimates.stream().allMatch(Estimate.Made.class::isInstance);
        audit.append(
                made ? "safety.estimated" : "safety.not-estimated",
                null,
                Map.of("household", household.toString(), "count", Integer.toString(estimates.size())));
        return Outcome.RECORDED;
    }

    /**
     * Keeps what another organisation stated about a child, in the caller's transaction.
     *
     * @param by the node, or who records
     */
    public void stated(UUID household, Estimate estimate, String by) {
        records.add(household, estimate, by);
        tasks.follow(household, by);
    }

    /** Records a further source of an estimate. */
    @Transactional
    Outcome addSource(UUID household, UUID estimate, Source source, String by) {
        if (!households.hold(household) || !records.addSource(household, estimate, source, by)) {
            return Outcome.NOT_THERE;
        }
        audit.append(
                "safety.source-added",
                null,
                Map.of("household", household.toString(), "estimate", estimate.toString(), "source", source.name()));
        return Outcome.RECORDED;
    }
}
