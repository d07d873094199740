package nl.sluis.architecture.counterexample.unmarked;

public class Forgotten {}
