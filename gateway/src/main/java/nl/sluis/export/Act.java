package nl.sluis.export;

/** What an audit entry is evidence of, in the few words that the forms of others have for it. */
enum Act {
    /** Whether something may go was decided. */
    DECIDED("E"),
    /** Data about persons went to another organisation, which signed for it. */
    DISCLOSED("R"),
    /** Data about persons came from another organisation. */
    RECEIVED("C"),
    /** A fact about persons was recorded or changed here. */
    RECORDED("C"),
    /** Somebody read data about persons. */
    READ("R"),
    /** Data about persons was destroyed. */
    DESTROYED("D"),
    /** Something happened to a message on its way. */
    CARRIED("E"),
    /** Somebody came in, was refused or went. */
    ENTERED("E"),
    /** Something about the node itself, and no person. */
    OPERATED("E");

    private final String action;

    Act(String action) {
        this.action = action;
    }

    /** C, R, U, D or E, as DICOM, FHIR and NEN 7513 have it. */
    String action() {
        return action;
    }

    /** Whether persons are concerned, so that it is a processing of personal data. */
    boolean concernsPersons() {
        return this != OPERATED && this != ENTERED;
    }
}
