package nl.sluis.policy;

/** What a supervision order is to the recipient, the least first. */
enum MeasureState {
    /** There is none, or it is still to come. */
    NONE("geen"),
    /** It has ended, and another organisation executed it. */
    ENDED_ELSEWHERE("geeindigd-elders"),
    /** It has ended at the recipient. */
    ENDED("geeindigd"),
    /** It runs at another organisation. */
    OTHER_EXECUTOR("andere-uitvoerder"),
    /** It runs at the recipient. */
    RUNNING("loopt");

    private final String word;

    MeasureState(String word) {
        this.word = word;
    }

    /** The word in the rules. */
    String word() {
        return word;
    }
}
