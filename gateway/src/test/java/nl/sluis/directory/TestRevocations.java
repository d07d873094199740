package nl.sluis.directory;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.sluis.certs.PkiFiles;
import nl.sluis.testing.Certificates;

/** What was taken back, for tests. */
public final class TestRevocations {

    private TestRevocations() {}

    /** By the list of a development authority. */
    public static Revocations byListOf(PkiFiles files) {
        RevocationSettings settings =
                new RevocationSettings(List.of(files.crl().toString()), List.of(), true, Duration.ofMinutes(5));
        Revocations revocations =
                new Revocations(settings, Responders.none(), Clock.systemUTC(), new SimpleMeterRegistry());
        new RevocationWatch(revocations, settings, () -> List.of(Certificates.read(files.ca()))).look();
        return revocations;
    }

    /** Nothing is checked. */
    static Revocations none() {
        return new Revocations(
                RevocationSettings.none(), Responders.none(), Clock.systemUTC(), new SimpleMeterRegistry());
    }
}
