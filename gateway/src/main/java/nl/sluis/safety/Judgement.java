package nl.sluis.safety;

/** What an estimate comes to; the worst last. */
public enum Judgement {
    /** Safe enough for now. */
    SAFE_ENOUGH,
    /** There are worries. */
    WORRIES,
    /** Not safe. */
    UNSAFE
}
