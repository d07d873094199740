package nl.sluis.architecture.counterexample.modules.send;

public class Sends {}
