package nl.sluis.architecture.counterexample.adapter.partners.one;

import nl.sluis.architecture.counterexample.adapter.partners.two.Two;

public class UsesTwo {

    Two other() {
        return new Two();
    }
}
