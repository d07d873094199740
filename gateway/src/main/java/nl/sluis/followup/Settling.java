package nl.sluis.followup;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluis.household.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Settles a task because somebody says so, where saying so is enough; for a system that calls and for who fills in a page. */
@Component
public class Settling {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,60}");
    private static final int LONGEST_REASON = 2_000;

    private final Tasks tasks;
    private final Sight sight;

    Settling(Tasks tasks, Sight sight) {
        this.tasks = tasks;
        this.sight = sight;
    }

    /**
     * What somebody decides about a task.
     *
     * @param code what was decided: 1 to 60 of A-Z a-z 0-9 _ -
     * @param reason why, in 1 to 2,000 characters
     */
    public record Settlement(
            @Nullable String code, @Nullable String reason) {

        /** Never the reason. */
        @Override
        public String toString() {
            return "Settlement[" + code + "]";
        }
    }

    /** How it ended. */
    public enum Outcome {
        /** There is no code, or it is none. */
        NO_CODE,
        /** There is no reason, or it is too long. */
        NO_REASON,
        /** It is settled now. */
        SETTLED,
        /** There is no such task in this household, or no such household for whoever calls. */
        NOT_THERE,
        /** Somebody settled it before; what they decided stands. */
        SETTLED_BEFORE,
        /** Saying so is not enough ({@link TaskKind#byOwnAct}). */
        BY_ITS_OWN_ACT
    }

    /** Settles for whoever calls. */
    @Transactional
    public Outcome settle(UUID household, UUID id, Settlement settlement) {
        String code = settlement.code();
        if (code == null || !CODE.matcher(code).matches()) {
            return Outcome.NO_CODE;
        }
        String reason = settlement.reason();
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            return Outcome.NO_REASON;
        }
        if (!sight.sees(household)) {
            return Outcome.NOT_THERE;
        }
        Optional<Task> task = tasks.find(household, id);
        if (task.isEmpty()) {
            return Outcome.NOT_THERE;
        }
        if (task.get().byOwnAct()) {
            return Outcome.BY_ITS_OWN_ACT;
        }
        String by = sight.caller().orElseThrow();
        return tasks.settle(household, id, code, reason, by) ? Outcome.SETTLED : Outcome.SETTLED_BEFORE;
    }
}
