package nl.sluis.architecture.counterexample.send;

import nl.sluis.architecture.counterexample.demo.Story;

public class UsesDemo {

    Story story() {
        return new Story();
    }
}
