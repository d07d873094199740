package nl.sluis.canonical;

/** What the recipient may use the data for (GDPR art. 5(1)(b)). */
public enum Purpose {
    /** Help for a child and its parents. */
    YOUTH_SUPPORT,
    /** Protection against violence and abuse. */
    SAFETY,
    /** Debt help. */
    DEBT_HELP,
    /** Keeping a home. */
    HOUSING_SUPPORT,
    /** Care and treatment. */
    CARE,
    /** Schooling. */
    EDUCATION,
    /** Work and income. */
    INCOME_SUPPORT,
    /** Research. */
    RESEARCH
}
