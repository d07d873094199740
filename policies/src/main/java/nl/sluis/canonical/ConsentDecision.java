package nl.sluis.canonical;

/** What the giver decided. */
public enum ConsentDecision {
    /** Consent was given. */
    GIVEN,
    /** Consent was refused; it does not lapse. */
    REFUSED
}
