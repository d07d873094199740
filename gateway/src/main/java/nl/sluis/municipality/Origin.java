package nl.sluis.municipality;

/** By which way a question about a household came. */
public enum Origin {
    /** Somebody of the household asked a team. */
    RESIDENT,
    /** The contact centre of the municipality passed a question on. */
    CONTACT_CENTRE,
    /** A professional reported. */
    PROFESSIONAL,
    /** Veilig Thuis hands a household over. */
    VEILIG_THUIS
}
