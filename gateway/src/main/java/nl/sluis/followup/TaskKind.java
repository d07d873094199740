package nl.sluis.followup;

/** What must be done. A kind that is settled by an act of its own cannot be settled by just saying so. */
public enum TaskKind {
    /** An item came in: somebody takes it up, passes it on, hands it back or closes it. */
    TAKE_UP(true),
    /** An item tells of acute danger: somebody decides. */
    ACUTE(false),
    /** Several partners signal in a short time: somebody decides what they mean together. */
    PATTERN(false),
    /** The reporter must hear what was decided. */
    FEEDBACK_DUE(true),
    /** Somebody else was asked to take an item over: they accept, or it stays where it was. */
    PASS_ON_ACCEPTANCE(true),
    /** The reporter does not agree that it is theirs again: another role decides. */
    CONTESTED(false),
    /** Safety must be estimated. */
    SAFETY_ESTIMATE(true),
    /** Whether other children are in danger must be looked at. */
    OTHER_CHILDREN(false),
    /** What the problems of an adult mean for the safety of children must be looked at. */
    ADULT_PROBLEM_SAFETY(false),
    /** A plan must be evaluated. */
    EVALUATION(false),
    /** Progress must be told. */
    PROGRESS_DUE(false),
    /** Nothing happened for too long. */
    STALLED(false),
    /** After closing, somebody looks once more. */
    LOOK_AGAIN(false),
    /** A closing needs a second person. */
    CLOSING_COSIGN(true),
    /** General practitioner or youth health care must be told or asked. */
    GP_JGZ(false),
    /** A member becomes eighteen: help must go on under another law. */
    TURNS_18(false),
    /** Something that was made a condition must be met. */
    CONDITION(false),
    /** Somebody was asked to become regisseur: they accept, or it stays as it was. */
    REGIE_ACCEPTANCE(true),
    /** A step of the escalation ladder must be decided on. */
    ESCALATION(false),
    /** A handover must be confirmed by both sides. */
    HANDOVER_CONFIRMATION(true),
    /** The youth protection table gave a request back: somebody mends it. */
    RETURNED_VTO(false);

    private final boolean byOwnAct;

    TaskKind(boolean byOwnAct) {
        this.byOwnAct = byOwnAct;
    }

    /** Whether it is settled only by doing it: by the call that is there for that. */
    public boolean byOwnAct() {
        return byOwnAct;
    }
}
