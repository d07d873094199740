package nl.sluis.canonical;

/** What a message is for (law table 6.2). */
public enum MessageKind {
    /** Referral with a question for help. */
    REFERRAL,
    /** Concern without a referral. */
    SIGNAL,
    /** Early warning of arrears. */
    ARREARS_SIGNAL,
    /** Report to Veilig Thuis. */
    VT_REPORT,
    /** Anonymous question for advice to Veilig Thuis. */
    VT_ADVICE,
    /** Request for inquiry to the Raad (VTO). */
    CHILD_PROTECTION_REQUEST,
    /** A question for information. */
    INFO_REQUEST,
    /** Information provided. */
    INFO_PROVISION,
    /** Handover of a case or file. */
    HANDOVER,
    /** Summary of a care plan. */
    PLAN_SUMMARY,
    /** Word back to a reporter; a message like any other. */
    FEEDBACK,
    /** Signal to the Verwijsindex. */
    RISK_INDEX_SIGNAL,
    /** A consent given, refused, withdrawn or expired. */
    CONSENT_EVENT,
    /** Correction or erasure notice (GDPR art. 19). */
    CORRECTION
}
