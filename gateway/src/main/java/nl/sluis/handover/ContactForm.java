package nl.sluis.handover;

/** In what form people had contact, or tried. */
enum ContactForm {
    /** By telephone. */
    CALL,
    /** By video. */
    VIDEO,
    /** In person. */
    MEETING,
    /** At the family's home. */
    HOME_VISIT,
    /** By letter or mail; enough for an attempt, never for a warm handover. */
    LETTER
}
