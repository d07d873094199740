package nl.sluis.architecture.counterexample.policy;

import java.time.Instant;

public class ReadsTheClock {

    Instant now() {
        return Instant.now();
    }
}
