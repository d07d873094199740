package nl.sluis.regie;

import java.util.Optional;
import nl.sluis.municipality.Coercion;
import nl.sluis.municipality.ConfiguredMunicipality;
import nl.sluis.municipality.Municipality;
import nl.sluis.municipality.RegieRules;
import org.springframework.stereotype.Component;

/** What the municipality of this node allows; without one, all that the law does. Of a pilot in a part of it nothing is known here. */
@Component
class LocalRules {

    private final Optional<RegieRules> rules;

    LocalRules(ConfiguredMunicipality municipality) {
        this.rules = municipality.get().map(Municipality::regie);
    }

    Outcome of(Wanted wanted) {
        return rules.map(local -> of(local, wanted)).orElse(Outcome.DONE);
    }

    static Outcome of(RegieRules local, Wanted wanted) {
        if (local.second() && wanted.second() == null) {
            return Outcome.SECOND_NEEDED;
        }
        return switch (wanted.holder()) {
            case PROFESSIONAL -> Outcome.DONE;
            case FAMILY -> local.parent() || local.network() ? Outcome.DONE : Outcome.NOT_FOR_FAMILY;
            case PARTNER ->
                switch (local.shift(Coercion.DWANG)) {
                    case HOUSEHOLD -> wanted.member() == null ? Outcome.DONE : Outcome.NOT_SPLIT;
                    case MEMBER -> wanted.member() == null ? Outcome.ONLY_SPLIT : Outcome.DONE;
                    case KEEP, AGREE -> Outcome.DONE;
                };
        };
    }
}
