package nl.sluis.transition;

import java.util.List;
import java.util.UUID;
import nl.sluis.node.OneAtATime;
import nl.sluis.safety.SafetyRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Looks through all households with children, some at a time; birth dates are encrypted, so that no question of the database finds them. */
@Component
class TransitionRounds {

    /** Households at a time. */
    private static final int AT_ONCE = 200;

    private static final Logger LOG = LoggerFactory.getLogger(TransitionRounds.class);

    private final SafetyRecords children;
    private final ComingOfAge comingOfAge;
    private final TransitionSettings settings;
    private final OneAtATime underWay = new OneAtATime();

    TransitionRounds(SafetyRecords children, ComingOfAge comingOfAge, TransitionSettings settings) {
        this.children = children;
        this.comingOfAge = comingOfAge;
        this.settings = settings;
    }

    /** Four times a day, at a fixed rate: all that has a fixed delay shares one thread, and waits for the slowest. */
    @Scheduled(fixedRate = 21_600_000, initialDelay = 180_000)
    void look() {
        underWay.run(this::go);
    }

    /** All of them, each in a transaction of its own. */
    void go() {
        List<UUID> some = children.households(new UUID(0, 0), AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(this::see);
            some = children.households(some.getLast(), AT_ONCE);
        }
    }

    private void see(UUID household) {
        try {
            comingOfAge.see(household, settings.before());
        } catch (IllegalStateException | IllegalArgumentException | JacksonException | DataAccessException e) {
            // A row that cannot be read holds up no other household; the next round tries it again
            LOG.warn("who turns eighteen in a household cannot be read and is tried again later: {}", household);
        }
    }
}
