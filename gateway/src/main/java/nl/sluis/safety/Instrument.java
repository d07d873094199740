package nl.sluis.safety;

/** By what safety is estimated. Names only: the texts of instruments are their owners'. */
public enum Instrument {
    /** The short uniform questions of a light request; no instrument, and never enough for a heavy one. */
    SHORT_QUESTIONS,
    /** The supplement on parenting of the Zelfredzaamheid-Matrix. */
    ZRM_SUPPLEMENT,
    /** A checklist of the municipality. */
    CHECKLIST,
    /** Signs of Safety. */
    SIGNS_OF_SAFETY,
    /** Licht Instrument Risicotaxatie Kindveiligheid. */
    LIRIK,
    /** Actuarieel Risicotaxatie Instrument Jeugdbescherming. */
    ARIJ,
    /** Child Abuse Risk Evaluation, Dutch version. */
    CARE_NL,
    /** Another one. */
    OTHER
}
