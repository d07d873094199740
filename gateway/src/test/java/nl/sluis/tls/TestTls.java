package nl.sluis.tls;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Profiles for tests. */
public final class TestTls {

    private TestTls() {}

    /** What a node has without a setting. */
    public static TlsProfile good() {
        return at(TlsLevel.GOOD, new SimpleMeterRegistry());
    }

    static TlsProfile at(TlsLevel level, MeterRegistry metrics) {
        return new TlsProfile(new TlsSettings(level, TlsProvider.JDK), metrics);
    }

    /** By that provider. */
    public static TlsProfile by(TlsProvider provider) {
        return by(provider, new SimpleMeterRegistry());
    }

    static TlsProfile by(TlsProvider provider, MeterRegistry metrics) {
        return new TlsProfile(new TlsSettings(TlsLevel.GOOD, provider), metrics);
    }
}
