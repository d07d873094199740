package nl.sluis.architecture.counterexample.certs;

public class Authority {}
