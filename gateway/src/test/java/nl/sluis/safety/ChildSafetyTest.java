package nl.sluis.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.sluis.safety.ChildSafety.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChildSafetyTest {

    private static final UUID MILA = UUID.randomUUID();
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

    @Test
    void nothingSaidIsNeverSafe() {
        ChildSafety blank = of(List.of());

        assertThat(blank.state()).isEqualTo(State.UNKNOWN);
        assertThat(blank.isOpen()).isTrue();
    }

    @Test
    void thatNoneWasMadeIsKeptWithItsReasonAndStaysOpen() {
        ChildSafety not = of(List.of(not("2026-11-19")));

        assertThat(not.state()).isEqualTo(State.NOT_MADE);
        assertThat(not.notMade()).isNotNull();
        assertThat(not.isOpen()).isTrue();
    }

    /** Half a year counts, to the day. */
    @ParameterizedTest
    @CsvSource({"2026-11-20, ESTIMATED", "2026-05-20, ESTIMATED", "2026-05-19, OLD", "2025-11-20, OLD"})
    void anEstimateCountsForItsTermAndNoLonger(String on, State state) {
        assertThat(of(List.of(made(on, Instrument.LIRIK, Weight.HEAVY))).state())
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "SHORT_QUESTIONS, LIGHT, , ESTIMATED",
        "SHORT_QUESTIONS, HEAVY, , INSTRUMENT_REQUIRED",
        "SHORT_QUESTIONS, LIGHT, POLICE, INSTRUMENT_REQUIRED",
        "LIRIK, LIGHT, POLICE, ESTIMATED",
        "SIGNS_OF_SAFETY, HEAVY, , ESTIMATED"
    })
    void aHeavyRequestAsksForAnInstrument(Instrument instrument, Weight weight, RiskMarker marker, State state) {
        Set<RiskMarker> markers = marker == null ? Set.of() : Set.of(marker);
        Estimate.Made made = new Estimate.Made(
                MILA, TODAY, "F. Boukhari", instrument, Judgement.WORRIES, weight, markers, Set.of(Source.CHILD), "x");

        assertThat(of(List.of(made)).state()).isEqualTo(state);
    }

    @Test
    void parentsOnlyStaysUntilThereIsASecondSource() {
        Estimate.Made made = made("2026-11-19", Instrument.LIRIK, Weight.LIGHT);

        assertThat(of(List.of(made)).isParentsOnly()).isTrue();
        assertThat(with(EnumSet.of(Source.PARENT), made).isParentsOnly()).isTrue();
        assertThat(with(EnumSet.of(Source.SCHOOL), made).isParentsOnly()).isFalse();
        assertThat(of(List.of(not("2026-11-19"))).isParentsOnly()).isFalse();
    }

    @Test
    void startAndNowAreByTheDayOfTheEstimateWhateverTheOrderOfRecording() {
        Estimate.Made start = made("2026-04-10", Instrument.LIRIK, Weight.LIGHT);
        Estimate.Made now = made("2026-07-01", Instrument.LIRIK, Weight.LIGHT);

        ChildSafety safety = of(List.of(now, start));

        assertThat(safety.start()).isEqualTo(start);
        assertThat(safety.now()).isEqualTo(now);
    }

    @Test
    void anEstimateEndsThatThereWasNone() {
        assertThat(of(List.of(not("2026-11-01"), made("2026-11-02", Instrument.LIRIK, Weight.LIGHT)))
                        .notMade())
                .isNull();
        assertThat(of(List.of(made("2026-11-02", Instrument.LIRIK, Weight.LIGHT), not("2026-11-03")))
                        .notMade())
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2008-11-21, true",
        "2008-11-20, false",
        "2008-00-00, true",
        "2007-00-00, false",
        "0000-00-00, true",
        ", true"
    })
    void whoMayBeUnderEighteenIsAChild(String birthDate, boolean child) {
        assertThat(new Child(birthDate).isOn(TODAY)).isEqualTo(child);
    }

    private static ChildSafety of(List<? extends Estimate> recorded) {
        return ChildSafety.of(MILA, recorded, Set.of(), TODAY, Period.ofMonths(6));
    }

    private static ChildSafety with(Set<Source> added, Estimate... recorded) {
        return ChildSafety.of(MILA, List.of(recorded), added, TODAY, Period.ofMonths(6));
    }

    private static Estimate.Made made(String on, Instrument instrument, Weight weight) {
        return new Estimate.Made(
                MILA,
                LocalDate.parse(on),
                "F. Boukhari",
                instrument,
                Judgement.SAFE_ENOUGH,
                weight,
                Set.of(),
                Set.of(Source.PARENT),
                "Mila lacht.");
    }

    private static Estimate.NotMade not(String on) {
        return new Estimate.NotMade(
                MILA, LocalDate.parse(on), "dr. Vos", NotMadeReason.OUTSIDE_MY_ROLE, "Valt buiten mijn rol.");
    }
}
