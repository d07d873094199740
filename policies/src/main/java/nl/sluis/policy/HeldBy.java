package nl.sluis.policy;

/** Who holds parental authority, where that is certain. */
enum HeldBy {
    PARENTS("ouders"),
    GUARDIAN("voogd");

    private final String word;

    HeldBy(String word) {
        this.word = word;
    }

    /** The word in the rules. */
    String word() {
        return word;
    }
}
