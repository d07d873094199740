package nl.sluis.regie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.sluis.municipality.Municipalities;
import nl.sluis.municipality.RegieRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same wish in municipalities that arranged regie otherwise. */
class LocalRulesTest {

    @ParameterizedTest(name = "{0}: {1} over a member {2} with a second {3}: {4}")
    @CsvSource({
        "almelo, PARTNER, true, true, DONE",
        "almelo, PARTNER, false, true, ONLY_SPLIT",
        "goeree-overflakkee, PARTNER, false, true, DONE",
        "goeree-overflakkee, PARTNER, true, true, NOT_SPLIT",
        "lindedam, PARTNER, true, true, DONE",
        "havenwaard, PARTNER, true, true, NOT_SPLIT",
        "havenwaard, PARTNER, false, true, DONE",
        "doetinchem, FAMILY, false, true, DONE",
        "almelo, FAMILY, false, true, DONE",
        "almelo, PROFESSIONAL, false, true, DONE"
    })
    void allowsWhatTheMunicipalityDoes(
            String municipality, Regie.Holder holder, boolean overMember, boolean second, Outcome outcome) {
        RegieRules rules = Municipalities.builtIn(municipality).regie();
        assertThat(LocalRules.of(rules, wanted(holder, overMember, second ? "daan" : null)))
                .isEqualTo(outcome);
    }

    private static Wanted wanted(Regie.Holder holder, boolean overMember, @Nullable String second) {
        return new Wanted(overMember ? UUID.randomUUID() : null, holder, "fatima", second, null, null);
    }
}
