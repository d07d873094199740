package nl.sluis.regie;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
import nl.sluis.followup.Tasks;
import nl.sluis.household.Households;
import nl.sluis.household.Note;
import nl.sluis.household.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins, changes and ends regie. There is one for a household, and one more for each member over whom it is split. Another professional comes by
 * accepting ({@link Transfers}) and in no other way.
 */
@Component
class Regisseurs {

    private final RegieStore store;
    private final Households households;
    private final Records records;
    private final Tasks tasks;
    private final AuditLog audit;
    private final Clock clock;

    Regisseurs(RegieStore store, Households households, Records records, Tasks tasks, AuditLog audit, Clock clock) {
        this.store = store;
        this.households = households;
        this.records = records;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins regie, or changes all about it but the professional; what it was before stays as history. */
    @Transactional
    Outcome begin(UUID household, Wanted wanted, String by) {
        if (!households.holdAlone(household)) {
            return Outcome.NOT_THERE;
        }
        if (wanted.member() != null && !isMember(household, wanted.member())) {
            return Outcome.NOT_A_MEMBER;
        }
        if (wanted.member() != null && store.locked(household, null).isEmpty()) {
            return Outcome.HOUSEHOLD_FIRST;
        }
        Optional<Regie> before = store.locked(household, wanted.member());
        if (before.isPresent() && !before.get().professional().equals(wanted.professional())) {
            return Outcome.NEEDS_ACCEPTANCE;
        }
        Instant at = clock.instant();
        before.ifPresent(old -> store.end(old.id(), at));
        if (!store.begin(household, made(household, wanted, by, at))) {
            return Outcome.NEEDS_ACCEPTANCE;
        }
        if (before.isEmpty()) {
            tasks.handOver(household, wanted.member(), null, wanted.professional());
        }
        audit.append(
                before.isEmpty() ? "regie.begun" : "regie.changed",
                null,
                detail(household, wanted.member(), wanted.holder().name(), wanted.professional()));
        return Outcome.DONE;
    }

    /** Ends regie over one member: from then on they are part of the household again. */
    @Transactional
    Outcome end(UUID household, UUID member) {
        if (!households.holdAlone(household)) {
            return Outcome.NOT_THERE;
        }
        Optional<Regie> over = store.locked(household, member);
        if (over.isEmpty()) {
            return Outcome.NOT_THERE;
        }
        Regie ended = over.get();
        store.end(ended.id(), clock.instant());
        store.locked(household, null)
                .ifPresent(all -> tasks.handOver(household, member, ended.professional(), all.professional()));
        audit.append(
                "regie.ended", null, detail(household, member, ended.holder().name(), ended.professional()));
        return Outcome.DONE;
    }

    private Regie made(UUID household, Wanted wanted, String by, Instant at) {
        UUID outside = wanted.outside() == null
                ? null
                : records.add(household, Note.of(Outside.KIND, wanted.outside()).about(wanted.member()), by, at);
        return new Regie(
                UUID.randomUUID(),
                wanted.member(),
                wanted.holder(),
                wanted.professional(),
                wanted.second(),
                wanted.absentUntil(),
                outside,
                at,
                null);
    }

    private boolean isMember(UUID household, UUID member) {
        return households.members(household).stream().anyMatch(one -> one.id().equals(member));
    }

    static Map<String, String> detail(UUID household, @Nullable UUID member, String holder, String professional) {
        Map<String, String> detail = new HashMap<>();
        detail.put("household", household.toString());
        detail.put("holder", holder);
        detail.put("professional", professional);
        if (member != null) {
            detail.put("member", member.toString());
        }
        return detail;
    }
}
