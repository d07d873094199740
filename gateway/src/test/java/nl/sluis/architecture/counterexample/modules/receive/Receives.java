package nl.sluis.architecture.counterexample.modules.receive;

import nl.sluis.architecture.counterexample.modules.send.Sends;

public class Receives {

    Sends other() {
        return new Sends();
    }
}
