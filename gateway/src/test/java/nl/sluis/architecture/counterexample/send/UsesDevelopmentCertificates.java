package nl.sluis.architecture.counterexample.send;

import nl.sluis.architecture.counterexample.certs.Authority;

public class UsesDevelopmentCertificates {

    Authority authority() {
        return new Authority();
    }
}
