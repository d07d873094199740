package nl.sluis.architecture.counterexample.circle.two;

import nl.sluis.architecture.counterexample.circle.one.UsesTwo;

public class UsesOne {

    public UsesTwo one() {
        return new UsesTwo();
    }
}
