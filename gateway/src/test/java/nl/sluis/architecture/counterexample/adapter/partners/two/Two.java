package nl.sluis.architecture.counterexample.adapter.partners.two;

public class Two {}
