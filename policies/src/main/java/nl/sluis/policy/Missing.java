package nl.sluis.policy;

import nl.sluis.canonical.PersonRef;

/** A fact that would help, whom it must come from and whom it is about. */
public record Missing(What what, PersonRef from, PersonRef about) {

    /** What is missing. */
    public enum What {
        /** A consent. */
        CONSENT
    }
}
