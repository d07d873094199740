package nl.sluis.closing;

import java.util.Optional;
import java.util.UUID;
import nl.sluis.access.CurrentCaller;
import nl.sluis.followup.Owners;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * In which role somebody may close, as far as the node knows: a person who logged in closes only what they have regie over, or stand in for, and whoever has
 * regie is never the second person. Where nobody has regie, whoever is involved may. A system of the organisation answers for who its people are.
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
                .flatMap(person -> regisseur(household).map(person::equals))
                .orElse(true);
    }

    /** Whether whoever calls may be the second person. */
    boolean mayCosign(UUID household) {
        return CurrentCaller.person()
                .flatMap(person -> regisseur(household).map(regisseur -> !person.equals(regisseur)))
                .orElse(true);
    }

    private Optional<String> regisseur(UUID household) {
        return owners.getIfAvailable(() -> Owners.NOBODY).regisseur(household, null);
    }
}
