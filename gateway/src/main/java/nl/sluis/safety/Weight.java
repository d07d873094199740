package nl.sluis.safety;

/** How heavy the request for help is. */
public enum Weight {
    /** A light request: the short questions are enough, unless there is a {@link RiskMarker}. */
    LIGHT,
    /** A heavy request: an instrument is required. */
    HEAVY
}
