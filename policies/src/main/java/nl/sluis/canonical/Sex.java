package nl.sluis.canonical;

/** Administrative sex. */
public enum Sex {
    /** Male. */
    MALE,
    /** Female. */
    FEMALE,
    /** Other. */
    OTHER,
    /** Not stated. */
    UNKNOWN
}
