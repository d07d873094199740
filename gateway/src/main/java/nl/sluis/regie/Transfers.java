package nl.sluis.regie;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
import nl.sluis.followup.Opening;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import nl.sluis.household.Households;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passes regie on: somebody is asked, and until they accept it stays where it is. */
@Component
class Transfers {

    private final RegieStore store;
    private final Households households;
    private final Tasks tasks;
    private final RegieSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    Transfers(
            RegieStore store, Households households, Tasks tasks, RegieSettings settings, AuditLog audit, Clock clock) {
        this.store = store;
        this.households = households;
        this.tasks = tasks;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks another professional. */
    @Transactional
    Outcome ask(UUID household, @Nullable UUID member, String asked, String by) {
        Optional<Regie> now = households.holdAlone(household) ? store.locked(household, member) : Optional.empty();
        if (now.isEmpty()) {
            return Outcome.NOT_THERE;
        }
        if (now.get().professional().equals(asked)) {
            return Outcome.HAS_IT;
        }
        if (store.asked(household).stream().anyMatch(open -> Objects.equals(open.member(), member))) {
            return Outcome.ASKED_ALREADY;
        }
        Instant at = clock.instant();
        UUID task = tasks.open(
                household,
                Opening.of(TaskKind.REGIE_ACCEPTANCE)
                        .aboutMember(member)
                        .ownedBy(asked)
                        .dueAt(at.plus(settings.term())));
        store.ask(household, new Transfer(UUID.randomUUID(), member, now.get().id(), asked, at, task), by);
        audit.append(
                "regie.asked",
                null,
                Regisseurs.detail(household, member, now.get().holder().name(), asked));
        return Outcome.DONE;
    }

    /** Who was asked accepts or declines. */
    @Transactional
    Outcome answer(UUID household, UUID id, boolean accepts, String person) {
        Optional<Transfer> found = households.holdAlone(household)
                ? store.asked(household).stream()
                        .filter(open -> open.id().equals(id))
                        .findFirst()
                : Optional.empty();
        if (found.isEmpty()) {
            return Outcome.NOT_THERE;
        }
        Transfer transfer = found.get();
        if (!transfer.asked().equals(person)) {
            return Outcome.NOT_ASKED;
        }
        Optional<Regie> before = store.locked(household, transfer.member());
        if (before.isEmpty() || !store.answer(id, accepts, clock.instant())) {
            return Outcome.NOT_THERE;
        }
        if (accepts) {
            pass(household, before.get(), person);
        }
        tasks.settle(household, transfer.task(), accepts ? "ACCEPTED" : "DECLINED", null, person);
        audit.append(
                accepts ? "regie.accepted" : "regie.declined",
                null,
                Regisseurs.detail(
                        household, transfer.member(), before.get().holder().name(), person));
        return Outcome.DONE;
    }

    // Who has regie outside the organisation keeps it: the professional beside is another one
    private void pass(UUID household, Regie before, String person) {
        Instant at = clock.instant();
        store.end(before.id(), at);
        String second = person.equals(before.second()) ? null : before.second();
        Regie after = new Regie(
                UUID.randomUUID(), before.member(), before.holder(), person, second, null, before.outside(), at, null);
        if (!store.begin(household, after)) {
            throw new IllegalStateException("regie was locked and began elsewhere");
        }
        tasks.handOver(household, before.member(), before.professional(), person);
    }
}
