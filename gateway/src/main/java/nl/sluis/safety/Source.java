package nl.sluis.safety;

/** On whose word, or on what, an estimate rests. */
public enum Source {
    /** A parent or carer. */
    PARENT,
    /** The child. */
    CHILD,
    /** The maker saw it. */
    OWN_OBSERVATION,
    /** A school. */
    SCHOOL,
    /** A general practitioner, youth health care or another of health care. */
    HEALTH_CARE,
    /** The police. */
    POLICE,
    /** Veilig Thuis. */
    VEILIG_THUIS,
    /** Another professional. */
    OTHER_PROFESSIONAL,
    /** Family or others around the household. */
    NETWORK
}
