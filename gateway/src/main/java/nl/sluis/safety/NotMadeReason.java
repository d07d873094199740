package nl.sluis.safety;

/** Why no estimate was made. None of them says that the child is safe. */
public enum NotMadeReason {
    /** It is not the role of who was asked. */
    OUTSIDE_MY_ROLE,
    /** A waiting list. */
    WAITING_LIST,
    /** There was no contact with the family. */
    NO_CONTACT,
    /** The family does not cooperate. */
    NO_COOPERATION,
    /** Somebody else is making one. */
    BEING_MADE_ELSEWHERE,
    /** Another reason, which the text says. */
    OTHER
}
