package nl.sluis.policy.rules;

/** The sentences around the reasons; their texts stand beside the rules. */
public enum FixedText {
    /** The message may go. */
    PERMIT(0),
    /** It waits. */
    HOLD(0),
    /** A person decides. */
    REVIEW(0),
    /** It may not go. */
    DENY(0),
    /** Heading above the reasons. */
    WHY(0),
    /** Whom a reason is about. */
    ABOUT(1),
    /** Heading above what stays behind. */
    WITHHELD(0),
    /** One item that stays behind. */
    WITHHELD_ITEM(1),
    /** Heading above the cures. */
    CURE(0),
    /** What is needed, and from whom. */
    CURE_STEP(2),
    /** Before the steps of one cure. */
    CURE_ALL(0),
    /** Before the steps of another. */
    CURE_OR(0),
    /** Nothing helps. */
    NO_CURE(0),
    /** Nothing helps, and a person decides. */
    NO_CURE_REVIEW(0),
    /** The search ended before it was done. */
    CURE_UNSURE(0),
    /** Heading above the duties. */
    DUTIES(0),
    /** The name of a row. */
    ROW(1),
    /** Its article. */
    ARTICLE(1),
    /** How well the article was checked. */
    CONFIDENCE(1),
    /** The sentence of the row. */
    LEGAL(1),
    /** The facts on which it holds. */
    FACTS(1),
    /** The records behind it. */
    EVIDENCE(1),
    /** Where the row stands. */
    PLACE(1),
    /** Heading above the nearest permit rows. */
    NEAREST(0),
    /** One of them. */
    NEAREST_ROW(2),
    /** The hash of the rules. */
    POLICY(1),
    /** Heading for the family. */
    FAMILY_LEAD(0),
    /** What the family reads when nothing may be told; always the same. */
    FAMILY_NEUTRAL(0),
    /** What the family may ask and where it may complain. */
    FAMILY_RIGHTS(0);

    private final int gaps;

    FixedText(int gaps) {
        this.gaps = gaps;
    }

    /** How many places are to be filled. */
    int gaps() {
        return gaps;
    }
}
