package nl.sluis.architecture.counterexample.policy;

import java.util.UUID;

public class ThrowsDice {

    UUID id() {
        return UUID.randomUUID();
    }
}
