package nl.sluis.seal;

import java.util.Arrays;
import java.util.Optional;

/**
 * The sets of algorithms that a seal may have: the allow list, by version. What is in none of them is not read. The name stands
 * in the signature ({@link Cms}), and the algorithms themselves in the envelope; the two must agree.
 */
enum Suite {
    /** ECDH P-256 alone: of nodes whose listing has no hybrid keys. */
    CLASSICAL("sluis-1"),
    /** ML-KEM-768 around ECDH P-384: to read it, both must be broken. */
    HYBRID("sluis-2");

    private final String label;

    Suite(String label) {
        this.label = label;
    }

    /** As it stands in a signature. */
    String label() {
        return label;
    }

    /** The suite of that name; empty when there is none. */
    static Optional<Suite> named(String label) {
        return Arrays.stream(values())
                .filter(suite -> suite.label.equals(label))
                .findFirst();
    }
}
