package nl.sluis.architecture.counterexample.send;

import org.springframework.web.bind.annotation.RestController;

@RestController
public abstract class ControllerOnThePath {}
