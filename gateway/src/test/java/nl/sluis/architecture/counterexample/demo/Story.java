package nl.sluis.architecture.counterexample.demo;

public class Story {}
