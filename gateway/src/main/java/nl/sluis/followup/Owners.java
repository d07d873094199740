package nl.sluis.followup;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who owns what must be done about a household, when nobody in particular was named. */
public interface Owners {

    /** Nobody is known: the role owns all. */
    Owners NOBODY = new Owners() {
        @Override
        public Optional<String> regisseur(UUID household, @Nullable UUID member) {
            return Optional.empty();
        }

        @Override
        public Holders holders(UUID household) {
            return new Holders(Set.of(), Set.of());
        }
    };

    /**
     * Who has regie in a household, by the names that the identity provider gives.
     *
     * @param all who has it over the household or one of its members, and who stands in, whether they are there today or not
     * @param acting those of them who do the work of the regisseur today: over the household, or where nobody has that over its members. Empty also
     *     when all are away or no longer involved
     */
    record Holders(Set<String> all, Set<String> acting) {

        /** Copies. */
        public Holders {
            all = Set.copyOf(all);
            acting = Set.copyOf(acting);
        }
    }

    /**
     * The regisseur of a household, or of one of its members where regie is split. Asked in the transaction of an arrival, so it must do the
     * same work whether or not the household is known.
     *
     * @param member null for the whole household
     * @return as the identity provider names them; empty when there is none
     */
    Optional<String> regisseur(UUID household, @Nullable UUID member);

    /** Everybody who has regie in a household. */
    Holders holders(UUID household);
}
