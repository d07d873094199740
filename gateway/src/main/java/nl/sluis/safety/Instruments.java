package nl.sluis.safety;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.municipality.ConfiguredMunicipality;
import nl.sluis.municipality.Municipality;
import org.springframework.stereotype.Component;

/** By what safety can be estimated here: as the municipality's profile says, and where none is configured as {@code sluis.safety.instruments}. */
@Component
class Instruments {

    private final Set<Instrument> choice;

    /**
     * Reads them once, at the start.
     *
     * @throws IllegalStateException naming what the profile calls an instrument and is none
     */
    Instruments(ConfiguredMunicipality municipality, SafetySettings settings) {
        // In the order of the list: a choice that stands otherwise after each start is read wrongly
        this.choice = Collections.unmodifiableSet(
                EnumSet.copyOf(municipality.get().flatMap(Instruments::local).orElseGet(settings::choice)));
    }

    /** What may be picked here; the short questions are always there. */
    Set<Instrument> choice() {
        return choice;
    }

    // Of a pilot in a part of the municipality nothing is known here: a household has no place
    private static Optional<Set<Instrument>> local(Municipality municipality) {
        Set<String> codes = municipality.safety().instruments();
        if (codes.isEmpty()) {
            return Optional.empty();
        }
        List<String> known =
                Arrays.stream(Instrument.values()).map(Instrument::name).toList();
        codes.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
            throw new IllegalStateException("sluis.municipality.profile: safety.instruments: '" + code
                    + "' is no instrument; those are " + String.join(", ", known));
        });
        Set<Instrument> choice = EnumSet.of(Instrument.SHORT_QUESTIONS);
        codes.forEach(code -> choice.add(Instrument.valueOf(code)));
        return Optional.of(choice);
    }
}
