package nl.sluis.architecture.counterexample.send;

import org.springframework.beans.factory.annotation.Autowired;

public class InjectsAField {

    @Autowired
    private String name;

    String name() {
        return name;
    }
}
