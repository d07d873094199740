package nl.sluis.architecture.counterexample.modules;

import org.springframework.modulith.Modulithic;

@Modulithic
public class Root {}
