package nl.sluis.architecture.counterexample.seal;

public class Envelope {}
