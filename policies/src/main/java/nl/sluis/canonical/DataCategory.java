package nl.sluis.canonical;

/** What sort of data an item is; consent and profiles are per category. */
public enum DataCategory {
    /** Name, birth date, sex. */
    IDENTITY,
    /** Telephone and mail addresses. */
    CONTACT,
    /** Citizen service number. */
    BSN,
    /** Where somebody lives. */
    ADDRESS,
    /** Something seen or heard. */
    OBSERVATION,
    /** A professional opinion. */
    OPINION,
    /** About the safety of a person. */
    SAFETY,
    /** A diagnosis or its findings. */
    DIAGNOSIS,
    /** What is done in treatment. */
    TREATMENT,
    /** Goals of a plan. */
    GOALS,
    /** Who does what and when, evaluation dates. */
    PLANNING,
    /** Height of an arrear. */
    DEBT_AMOUNT,
    /** Other facts about debts. */
    DEBT_DETAIL,
    /** Results and progress at school. */
    SCHOOL_PROGRESS,
    /** Criminal data (GDPR art. 10). */
    CRIMINAL,
    /** Who reported. */
    REPORTER_IDENTITY
}
