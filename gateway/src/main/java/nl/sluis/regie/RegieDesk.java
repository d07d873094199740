package nl.sluis.regie;

import java.util.UUID;
import nl.sluis.household.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody wants of regie, held against who is involved and what the municipality allows before it is done. */
@Component
class RegieDesk {

    private final Regisseurs regisseurs;
    private final Transfers transfers;
    private final LocalRules rules;
    private final Sight sight;

    RegieDesk(Regisseurs regisseurs, Transfers transfers, LocalRules rules, Sight sight) {
        this.regisseurs = regisseurs;
        this.transfers = transfers;
        this.rules = rules;
        this.sight = sight;
    }

    /** Whom somebody asks to take over. */
    record Asking(@Nullable UUID member, String professional) {}

    /** What somebody who was asked says. */
    record Said(boolean accepts, String person) {}

    Outcome begin(UUID household, Wanted wanted) {
        Outcome allowed = rules.of(wanted);
        if (allowed != Outcome.DONE) {
            return allowed;
        }
        if (!sight.isInvolved(household, wanted.professional())) {
            return Outcome.NOT_INVOLVED;
        }
        if (wanted.second() != null && !sight.isInvolved(household, wanted.second())) {
            return Outcome.SECOND_NOT_INVOLVED;
        }
        return regisseurs.begin(household, wanted, sight.caller().orElseThrow());
    }

    Outcome end(UUID household, UUID member) {
        return regisseurs.end(household, member);
    }

    Outcome ask(UUID household, Asking asking) {
        return sight.isInvolved(household, asking.professional())
                ? transfers.ask(
                        household,
                        asking.member(),
                        asking.professional(),
                        sight.caller().orElseThrow())
                : Outcome.NOT_INVOLVED;
    }

    Outcome answer(UUID household, UUID transfer, Said said) {
        // Who is not involved any more reads nothing of what they would be regisseur of
        return said.accepts() && !sight.isInvolved(household, said.person())
                ? Outcome.NOT_INVOLVED
                : transfers.answer(household, transfer, said.accepts(), said.person());
    }
}
