package nl.sluis.safety;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was recorded about the safety of one child: an estimate, or why there is none. */
public sealed interface Estimate {

    /** The child. */
    UUID member();

    /** The day on which it was made, or decided not to be. */
    LocalDate on();

    /** Who made it, or did not: a name or function, for people. */
    String maker();

    /**
     * An estimate.
     *
     * @param judgement null where another organisation said it in words only, which counts as a worry
     * @param markers what makes the request heavy
     * @param sources at least one
     * @param seen what was seen and heard, in words
     */
    record Made(
            UUID member,
            LocalDate on,
            String maker,
            Instrument instrument,
            @Nullable Judgement judgement,
            Weight weight,
            Set<RiskMarker> markers,
            Set<Source> sources,
            String seen)
            implements Estimate {

        /**
         * @throws IllegalArgumentException when it rests on nothing
         */
        public Made {
            markers = Codes.inOrder(RiskMarker.class, markers);
            sources = Codes.inOrder(Source.class, sources);
            if (sources.isEmpty()) {
                throw new IllegalArgumentException("an estimate rests on a source");
            }
        }

        /** Whether the short questions were all, while the request asks for an instrument. */
        boolean tooLight() {
            return instrument == Instrument.SHORT_QUESTIONS && (weight == Weight.HEAVY || !markers.isEmpty());
        }

        /** Never what was seen. */
        @Override
        public String toString() {
            return "Made[" + member + "]";
        }
    }

    /**
     * No estimate.
     *
     * @param why in words
     */
    record NotMade(UUID member, LocalDate on, String maker, NotMadeReason reason, String why) implements Estimate {

        /** Never why. */
        @Override
        public String toString() {
            return "NotMade[" + member + "]";
        }
    }
}
