package nl.sluis.closing;

import java.util.UUID;
import nl.sluis.access.CurrentCaller;
import nl.sluis.followup.Owners;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * In which role somebody may close, as far as the node knows: a person who logged in closes only what they have regie over, or stand in for today, and who
 * has regie over the household or any of its members, or stands in, is never the second person, also while they are away. Where nobody has regie, whoever is
 * involved may; where somebody has and nobody of them is there, nobody. A system of the organisation answers for who its people are.
 *
 * <p>Asked while the household is held alone: regie begins, passes and ends under the same lock.
 */
@Component
class ClosingRoles {

    private final ObjectProvider<Owners> owners;

    ClosingRoles(ObjectProvider<Owners> owners) {
        this.owners = owners;
    }

    /** Whether whoever calls may close a household that they see. */
    boolean mayClose(UUID household) {
        return CurrentCaller.person()
                .map(person -> {
                    Owners.Holders regie = regie(household);
                    return regie.all().isEmpty() || regie.acting().contains(person);
                })
                .orElse(true);
    }

    /** Whether whoever calls may be the second person. */
    boolean mayCosign(UUID household) {
        return CurrentCaller.person()
                .map(person -> !regie(household).all().contains(person))
                .orElse(true);
    }

    private Owners.Holders regie(UUID household) {
        return owners.getIfAvailable(() -> Owners.NOBODY).holders(household);
    }
}
