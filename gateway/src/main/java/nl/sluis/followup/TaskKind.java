package nl.sluis.followup;

/** What must be done. A kind that is settled by an act of its own cannot be settled by just saying so. */
public enum TaskKind {
    /** An item came in: somebody takes it up, passes it on, hands it back or closes it. */
    TAKE_UP(true, false),
    /** An item tells of acute danger: somebody decides. */
    ACUTE(false, true),
    /** Several partners signal in a short time: somebody decides what they mean together. */
    PATTERN(false, true),
    /** The reporter must hear what was decided. */
    FEEDBACK_DUE(false, false),
    /** Somebody else was asked to take an item over: they accept, or it stays where it was. */
    PASS_ON_ACCEPTANCE(true, true),
    /** The reporter does not agree that it is theirs again: another role decides. */
    CONTESTED(true, true),
    /** Safety must be estimated. */
    SAFETY_ESTIMATE(true, true),
    /** Whether other children are in danger must be looked at. */
    OTHER_CHILDREN(false, true),
    /** What the problems of an adult mean for the safety of children must be looked at. */
    ADULT_PROBLEM_SAFETY(true, true),
    /** A plan must be evaluated. */
    EVALUATION(false, false),
    /** Progress must be told. */
    PROGRESS_DUE(false, false),
    /** Nothing happened for too long. */
    STALLED(false, false),
    /** After closing, somebody looks once more. */
    LOOK_AGAIN(false, false),
    /** A closing needs a second person. */
    CLOSING_COSIGN(true, true),
    /** General practitioner or youth health care must be told or asked. */
    GP_JGZ(false, false),
    /** A member becomes eighteen: help must go on under another law. */
    TURNS_EIGHTEEN(false, false),
    /** Something that was made a condition must be met. */
    CONDITION(false, false),
    /** Somebody was asked to become regisseur: they accept, or it stays as it was. */
    REGIE_ACCEPTANCE(true, false),
    /** A step of the escalation ladder must be decided on. */
    ESCALATION(false, false),
    /** A handover must be confirmed by both sides. */
    HANDOVER_CONFIRMATION(true, true),
    /** The youth protection table gave a request back: somebody mends it. */
    RETURNED_VTO(false, false),
    /** A case that was handed over came back: somebody accepts it, or says why not. */
    RETURNED_CASE(false, true);

    private final boolean byOwnAct;
    private final boolean forbidsClosing;

    TaskKind(boolean byOwnAct, boolean forbidsClosing) {
        this.byOwnAct = byOwnAct;
        this.forbidsClosing = forbidsClosing;
    }

    /** Whether what it is about (an item, or without one the whole household) cannot be closed while it is open. */
    public boolean forbidsClosing() {
        return forbidsClosing;
    }

    /** Whether it is settled only by doing it: by the call that is there for that. */
    public boolean byOwnAct() {
        return byOwnAct;
    }
}
