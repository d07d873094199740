package nl.sluis.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.sluis.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

class RetentionSettingsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void withoutConfigurationTheTermsOfTheModelHold() {
        assertThat(bound(Map.of())).isEqualTo(TestRetention.settings(500));
        assertThat(bound(Map.of()).before(RetentionSettings.Term.TRAFFIC, NOW))
                .isEqualTo(Instant.parse("2026-05-22T08:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"traffic,3m", "traffic,149d", "waiting,200d", "payload,32d", "waiting,0d", "hour,24", "batch,0"})
    void aTermThatWouldLoseSomethingStopsTheStart(String key, String value) {
        assertThatThrownBy(() -> bound(Map.of("sluis.retention." + key, value)))
                .rootCause()
                .isInstanceOf(BindValidationException.class);
    }

    @ParameterizedTest
    @CsvSource({"PT0S,true", "P-150D,true", "P-155D,false", "P-400D,false", "PT23H,true", "PT25H,false"})
    void anEnvelopeIsOpenedOnlyWhileItsDuplicateIsKnown(Duration signed, boolean opened) {
        ReplayWindow window = new ReplayWindow(TestRetention.settings(500), new SettableClock(NOW));
        assertThat(window.allows(NOW.plus(signed))).isEqualTo(opened);
    }

    private static RetentionSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate(
                        "sluis.retention",
                        org.springframework.boot.context.properties.bind.Bindable.of(RetentionSettings.class),
                        new ValidationBindHandler(new SpringValidatorAdapter(
                                Validation.buildDefaultValidatorFactory().getValidator())));
    }
}
