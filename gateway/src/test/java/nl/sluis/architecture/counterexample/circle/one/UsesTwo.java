package nl.sluis.architecture.counterexample.circle.one;

import nl.sluis.architecture.counterexample.circle.two.UsesOne;

public class UsesTwo {

    public UsesOne two() {
        return new UsesOne();
    }
}
