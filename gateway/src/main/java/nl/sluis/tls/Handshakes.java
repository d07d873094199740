package nl.sluis.tls;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts which group the connections of this process got: {@code sluis.tls.handshakes}. */
final class Handshakes {

    private final MeterRegistry metrics;

    /** Which side of a connection this node was. */
    enum Side {
        CLIENT,
        SERVER;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Handshakes(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** One more, by a group of that number. */
    void count(Side side, int group) {
        metrics.counter("sluis.tls.handshakes", "side", side.label(), "group", name(group))
                .increment();
    }

    /** By the registry of IANA (TLS Supported Groups); what this node does not offer is {@code other}. */
    static String name(int group) {
        return switch (group) {
            case 0x0017 -> "secp256r1";
            case 0x0018 -> "secp384r1";
            case 0x0019 -> "secp521r1";
            case 0x001d -> "x25519";
            case 0x001e -> "x448";
            case 0x11ec -> TlsProfile.HYBRID;
            // Read before anything is verified: who sits between must not make a meter for each number
            default -> "other";
        };
    }
}
