package nl.sluis.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The day that is kept is never told of a moment of another day. */
class HomeDayTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @Test
    void isTheDayInAmsterdamWhateverDayWasAskedBefore() {
        Random random = new Random(20261122);
        for (int i = 0; i < 20_000; i++) {
            // Around midnights of all years, so that moments of one day and of the next follow each other
            LocalDate day = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(80_000));
            Instant midnight = day.atStartOfDay(AMSTERDAM).toInstant();
            for (int seconds : new int[] {0, -1, 1, 3_600, -3_600, 86_399, 82_800, 86_400}) {
                Instant moment = midnight.plusSeconds(seconds);
                assertThat(HomeDay.of(moment)).as("%s", moment).isEqualTo(LocalDate.ofInstant(moment, AMSTERDAM));
            }
        }
    }

    @Test
    void aNanosecondBeforeMidnightIsTheDayBefore() {
        Instant midnight = Instant.parse("2026-11-21T23:00:00Z");
        assertThat(HomeDay.of(midnight)).isEqualTo("2026-11-22");
        assertThat(HomeDay.of(midnight.minusNanos(1))).isEqualTo("2026-11-21");
        assertThat(HomeDay.of(midnight)).isEqualTo("2026-11-22");
    }
}
