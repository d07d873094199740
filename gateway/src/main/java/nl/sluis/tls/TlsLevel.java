package nl.sluis.tls;

import java.util.List;
import java.util.stream.Stream;

/**
 * Versions and suites by the levels of the NCSC's guideline for TLS (2025-05, 3.3.1, 3.3.4 and appendix B), as internet.nl tests
 * them. What it calls to be phased out, or insufficient, is in none.
 */
public enum TlsLevel {
    /** TLS 1.3 with keys of 256 bits. */
    GOOD(List.of("TLSv1.3"), Suites.GOOD),
    /**
     * Also TLS 1.2, with ephemeral keys on curves and authenticated encryption only, and keys of 128 bits: of version 1.2 the
     * guideline calls nothing good.
     */
    SUFFICIENT(
            List.of("TLSv1.3", "TLSv1.2"),
            Stream.concat(Suites.GOOD.stream(), Suites.SUFFICIENT.stream()).toList());

    private final List<String> versions;
    private final List<String> suites;

    TlsLevel(List<String> versions, List<String> suites) {
        this.versions = versions;
        this.suites = suites;
    }

    /** As JSSE names them, the best first. */
    List<String> versions() {
        return versions;
    }

    /** As IANA names them, the best first. */
    List<String> suites() {
        return suites;
    }

    private static final class Suites {

        static final List<String> GOOD = List.of("TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256");

        static final List<String> SUFFICIENT = List.of(
                "TLS_AES_128_GCM_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
                "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
    }
}
