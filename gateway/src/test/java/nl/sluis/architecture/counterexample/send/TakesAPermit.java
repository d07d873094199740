package nl.sluis.architecture.counterexample.send;

import nl.sluis.architecture.counterexample.policy.Permit;

public class TakesAPermit {

    void send(Permit permit) {}
}
