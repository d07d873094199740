package nl.sluis.safety;

/** What makes a request heavy, however light it was called. */
public enum RiskMarker {
    /** The police are involved. */
    POLICE,
    /** Justice or probation are involved. */
    JUSTICE,
    /** Veilig Thuis is or was involved. */
    VEILIG_THUIS,
    /** There is or was a measure of child protection. */
    CHILD_PROTECTION,
    /** Violence or neglect was seen or told before. */
    EARLIER_UNSAFETY
}
