package nl.sluis.followup;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who owns what must be done about a household, when nobody in particular was named. */
@FunctionalInterface
public interface Owners {

    /** Nobody is known: the role owns all. */
    Owners NOBODY = (household, member) -> Optional.empty();

    /**
     * The regisseur of a household, or of one of its members where regie is split. Asked in the transaction of an arrival, so it must do the
     * same work whether or not the household is known.
     *
     * @param member null for the whole household
     * @return as the identity provider names them; empty when there is none
     */
    Optional<String> regisseur(UUID household, @Nullable UUID member);
}
