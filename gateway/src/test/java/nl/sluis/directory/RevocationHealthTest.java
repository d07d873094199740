package nl.sluis.directory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.sluis.certs.PkiFiles;
import nl.sluis.seal.TestSeals;
import nl.sluis.testing.Certificates;
import nl.sluis.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** What an operator reads of revocation. */
class RevocationHealthTest {

    private static final PkiFiles PKI = TestSeals.pki();

    private final SettableClock clock = new SettableClock(Instant.now());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void saysThatNothingIsChecked() {
        assertThat(details(List.of()))
                .containsOnlyKeys("checked")
                .hasEntrySatisfying(
                        "checked", text -> assertThat(text).asString().contains("sluis.revocation.lists"));
    }

    @Test
    void saysNothingWhenEveryListIsInUseAndOfToday() {
        assertThat(details(List.of(PKI.crl().toString()))).isEmpty();
        assertThat(metrics.get("sluis.revocation.faults").gauge().value()).isZero();
        assertThat(metrics.get("sluis.revocation.overdue").gauge().value()).isZero();
    }

    /** The setting, and why; never the address or what was read. */
    @Test
    void namesTheSettingOfAListThatIsRefused() {
        String place = "/nowhere/secret-place.crl";
        Map<String, Object> details = details(List.of(PKI.crl().toString(), place));
        assertThat(details).containsOnlyKeys("refused");
        assertThat(details.get("refused")).isEqualTo(List.of("sluis.revocation.lists[1]: cannot be read"));
        assertThat(metrics.get("sluis.revocation.faults").gauge().value()).isEqualTo(1);
    }

    @Test
    void countsListsThatShouldHaveBeenRenewed() {
        clock.advance(Duration.ofDays(500));
        assertThat(details(List.of(PKI.crl().toString()))).isEqualTo(Map.of("overdue", 1L));
        assertThat(metrics.get("sluis.revocation.overdue").gauge().value()).isEqualTo(1);
    }

    private Map<String, Object> details(List<String> lists) {
        RevocationSettings settings = new RevocationSettings(lists, List.of(), false, Duration.ofMinutes(5));
        Revocations revocations = new Revocations(settings, Responders.none(), clock, metrics);
        RevocationWatch watch = new RevocationWatch(revocations, settings, () -> List.of(Certificates.read(PKI.ca())));
        watch.look();
        Health health = requireNonNull(new RevocationConfiguration()
                .revocationHealthIndicator(watch, revocations, Responders.none(), settings, clock, metrics)
                .health());
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        return health.getDetails();
    }
}
