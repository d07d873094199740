package nl.sluis.architecture.counterexample.adapter;

import nl.sluis.architecture.counterexample.policy.Permit;

public class Decides {

    Permit decide() {
        return new Permit();
    }
}
