package nl.sluis.tls;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import javax.net.ssl.SSLContext;
import org.springframework.boot.ssl.SslBundle;

/** Profiles for tests. */
public final class TestTls {

    private TestTls() {}

    /** What a node has without a setting. */
    public static TlsProfile good() {
        return at(TlsLevel.GOOD, new SimpleMeterRegistry());
    }

    static TlsProfile at(TlsLevel level, MeterRegistry metrics) {
        return new TlsProfile(new TlsSettings(level, TlsProvider.JDK, false), metrics);
    }

    /** By that provider. */
    public static TlsProfile by(TlsProvider provider) {
        return by(provider, new SimpleMeterRegistry());
    }

    static TlsProfile by(TlsProvider provider, MeterRegistry metrics) {
        return new TlsProfile(new TlsSettings(TlsLevel.GOOD, provider, false), metrics);
    }

    /** What a node's port has, with that certificate. */
    public static SSLContext server(SslBundle own, boolean staple) {
        String before = System.getProperty(TlsProfile.STAPLE);
        try {
            return new TlsProfile(new TlsSettings(TlsLevel.GOOD, TlsProvider.JDK, staple), new SimpleMeterRegistry())
                    .forCallers(own);
        } finally {
            if (before == null) {
                System.clearProperty(TlsProfile.STAPLE);
            }
        }
    }
}
