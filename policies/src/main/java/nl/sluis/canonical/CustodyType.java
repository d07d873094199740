package nl.sluis.canonical;

/** Who holds parental authority over a minor (gezag, BRP types). */
public enum CustodyType {
    /** Both parents. */
    JOINT_PARENTS,
    /** One parent alone. */
    SOLE_PARENT,
    /** A parent together with a non-parent (BW 1:253sa, 1:253t). */
    JOINT_OTHER,
    /** A guardian (voogd). */
    GUARDIAN,
    /** Nobody for the time being. */
    TEMPORARILY_NONE,
    /** The register cannot tell. */
    NOT_DETERMINABLE,
    /** None: the person is an adult. */
    NONE_ADULT
}
