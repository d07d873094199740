package nl.sluis.canonical;

/** The place of a person in the household that a message is about. */
public enum HouseholdRole {
    /** A child or youth. */
    CHILD,
    /** A parent or carer. */
    PARENT,
    /** A guardian. */
    GUARDIAN,
    /** A partner of a parent who is no parent. */
    PARTNER,
    /** Anyone else; also when not stated. */
    OTHER
}
