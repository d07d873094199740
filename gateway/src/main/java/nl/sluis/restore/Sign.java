package nl.sluis.restore;

/** By what a restoration was noticed. */
enum Sign {
    /** The database stands on another server than it was last seen on: it was put back from a dump. */
    OTHER_SERVER,
    /** The server went on from an earlier moment, or a replica took over. */
    NEW_TIMELINE,
    /** The audit is shorter than, or other than, what was written down outside the database. */
    AUDIT_BEHIND_MARK,
    /** An operator said so. */
    OPERATOR
}
