package nl.sluis.architecture.counterexample.send;

public class AddressUtils {}
