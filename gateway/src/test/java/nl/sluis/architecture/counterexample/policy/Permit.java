package nl.sluis.architecture.counterexample.policy;

public class Permit {

    public Permit() {}
}
