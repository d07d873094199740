package nl.sluis.architecture.counterexample.submit;

public class OpenStore {}
