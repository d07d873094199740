package nl.sluis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxSettingsTest {

    private final OutboxSettings settings = OutboxFixture.settings();

    @ParameterizedTest
    @CsvSource({
        "-1,PT1S",
        "0,PT1S",
        "1,PT1S",
        "2,PT2S",
        "3,PT4S",
        "10,PT512S",
        "11,PT600S",
        "64,PT600S",
        "2147483647,PT600S"
    })
    void doublesTheWaitUpToTheLongest(int attempts, Duration wait) {
        assertThat(settings.backoff(attempts)).isEqualTo(wait);
    }
}
