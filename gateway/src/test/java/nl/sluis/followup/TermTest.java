package nl.sluis.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {

    @ParameterizedTest
    @CsvSource({
        "5d, 2026-11-23T09:00:00Z, 2026-11-28T23:00:00Z",
        // The last day has 25 hours, or 23
        "2d, 2026-10-23T10:00:00Z, 2026-10-25T23:00:00Z",
        "2d, 2026-03-27T10:00:00Z, 2026-03-29T22:00:00Z",
        // In the Netherlands it is the next day already
        "0d, 2026-07-01T22:30:00Z, 2026-07-02T22:00:00Z",
        // From a Thursday over the weekend, and from a Saturday
        "3wd, 2026-11-26T09:00:00Z, 2026-12-01T23:00:00Z",
        "1wd, 2026-11-28T09:00:00Z, 2026-11-30T23:00:00Z"
    })
    void endsWithItsLastDayInTheNetherlands(String term, Instant begin, Instant end) {
        assertThat(Term.parse(term).orElseThrow().endsAfter(begin)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "d", "-1d", "5h", "1000d", "5 d", "3WD"})
    void readsNothingElse(String text) {
        assertThat(Term.parse(text)).isEmpty();
    }

    @Test
    void aKindOfMessageMayHaveATermOfItsOwnButAcuteIsAcute() {
        FollowupSettings settings = settings(Map.of("referral", "10d", "take-up", "4d"));
        Instant now = Instant.parse("2026-11-23T09:00:00Z");

        assertThat(settings.takeUp(MessageKind.REFERRAL, Urgency.ROUTINE, now)).isEqualTo("2026-12-03T23:00:00Z");
        assertThat(settings.takeUp(MessageKind.SIGNAL, Urgency.PRIORITY, now)).isEqualTo("2026-11-27T23:00:00Z");
        assertThat(settings.takeUp(MessageKind.REFERRAL, Urgency.ACUTE, now)).isEqualTo("2026-11-23T23:00:00Z");
        assertThat(settings.until("acceptance", now)).isEqualTo("2026-11-26T23:00:00Z");
    }

    @Test
    void aTermThatIsNoneStopsTheStartAndNamesItsKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of("take-up", "soon")))
                .withMessageContaining("sluis.followup.terms.take-up");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of("takeup", "5d")))
                .withMessageContaining("sluis.followup.terms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FollowupSettings.Signals(1, 1, 21))
                .withMessageContaining("sluis.followup.pattern");
    }

    static FollowupSettings settings(Map<String, String> terms) {
        return new FollowupSettings(
                "intake",
                "gezinsregisseur",
                List.of("team-leader", "manager"),
                terms,
                new FollowupSettings.Signals(3, 3, 21),
                Duration.ofDays(42));
    }
}
