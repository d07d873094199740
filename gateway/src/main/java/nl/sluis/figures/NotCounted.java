package nl.sluis.figures;

/** What is asked of figures and not counted, and why. */
enum NotCounted {
    KIND_OF_REPORT("The kind stands in the encrypted content of an item alone; counted are reports that ask something"),
    TEAM_OR_DISTRICT("A node is of one organisation, and no team or district stands beside an item"),
    REFUSALS_BY_REASON("What a sender's node does not let go never comes here"),
    REPORTS_OF_VEILIG_THUIS_OTHER_THAN_HANDOVERS("Beside the number of handovers they would follow by subtraction"),
    AGE_OF_ESTIMATES("The day of an estimate stands in its encrypted content: any estimate counts, however old"),
    CHILDREN_COME_OF_AGE("The birth date is encrypted: who was named as a child counts as one"),
    CHANGES_OF_SCORES("No scores of self-reliance are recorded"),
    ERASED("What was erased before these figures were made is not in them");

    private final String reason;

    NotCounted(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
