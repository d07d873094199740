package nl.sluis.municipality;

/** How much of the help is not free to refuse. */
public enum Coercion {
    /** All of it is free. */
    NONE,
    /** Pressure, without a judge (drang). */
    DRANG,
    /** A measure of child protection by a judge (dwang). */
    DWANG
}
