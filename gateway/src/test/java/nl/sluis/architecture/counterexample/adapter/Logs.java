package nl.sluis.architecture.counterexample.adapter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class Logs {

    private static final Logger LOG = LoggerFactory.getLogger(Logs.class);

    void log() {
        LOG.info("a translation");
    }
}
