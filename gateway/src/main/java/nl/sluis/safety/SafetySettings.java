package nl.sluis.safety;

import java.time.Duration;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of safety estimates, under {@code sluis.safety}.
 *
 * @param instruments those that are worked with where no profile of a municipality is configured, or it names none ({@link Instruments}); the short questions are
 *     always there
 * @param counts how long an estimate counts as present
 * @param term within what time an open estimate is to be made
 */
@ConfigurationProperties("sluis.safety")
public record SafetySettings(
        @DefaultValue({"ZRM_SUPPLEMENT", "CHECKLIST", "SIGNS_OF_SAFETY", "LIRIK", "ARIJ", "CARE_NL", "OTHER"})
        List<Instrument> instruments,

        @DefaultValue("P6M") Period counts,
        @DefaultValue("5d") Duration term) {

    /**
     * @throws IllegalArgumentException when there is no instrument, or an estimate would never count
     */
    public SafetySettings {
        instruments = List.copyOf(instruments);
        if (instruments.stream().allMatch(instrument -> instrument == Instrument.SHORT_QUESTIONS)) {
            throw new IllegalArgumentException("sluis.safety.instruments names an instrument");
        }
        if (counts.toTotalMonths() < 0 || counts.isNegative() || counts.isZero()) {
            throw new IllegalArgumentException("sluis.safety.counts is a period of at least a day");
        }
        if (term.isNegative() || term.isZero()) {
            throw new IllegalArgumentException("sluis.safety.term is longer than nothing");
        }
    }

    /** What may be picked here. */
    Set<Instrument> choice() {
        Set<Instrument> choice = EnumSet.of(Instrument.SHORT_QUESTIONS);
        choice.addAll(instruments);
        return choice;
    }
}
