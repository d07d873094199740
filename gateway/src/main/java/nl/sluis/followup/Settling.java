package nl.sluis.followup;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Settles a task because somebody says so, where saying so is enough. */
@Component
class Settling {

    private final Tasks tasks;

    Settling(Tasks tasks) {
        this.tasks = tasks;
    }

    /** How it ended. */
    enum Outcome {
        /** It is settled now. */
        SETTLED,
        /** There is no such task in this household. */
        NOT_THERE,
        /** Somebody settled it before; what they decided stands. */
        SETTLED_BEFORE,
        /** Saying so is not enough ({@link TaskKind#byOwnAct}). */
        BY_ITS_OWN_ACT
    }

    @Transactional
    Outcome settle(UUID household, UUID id, String code, String reason, String by) {
        Optional<Task> task = tasks.find(household, id);
        if (task.isEmpty()) {
            return Outcome.NOT_THERE;
        }
        if (task.get().byOwnAct()) {
            return Outcome.BY_ITS_OWN_ACT;
        }
        return tasks.settle(household, id, code, reason, by) ? Outcome.SETTLED : Outcome.SETTLED_BEFORE;
    }
}
