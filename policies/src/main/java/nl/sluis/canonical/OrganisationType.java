package nl.sluis.canonical;

/** What an organisation is in the chain; decides profiles, meldcode duty and statutory routes. */
public enum OrganisationType {
    /** A school for primary, secondary or vocational education. */
    SCHOOL,
    /** A general practice (huisarts). */
    GP,
    /** The debt-help function or a debt counsellor (schuldhulpverlening). */
    DEBT_COUNSELLING,
    /** A housing corporation or other landlord. */
    HOUSING,
    /** A provider of specialist youth, mental or social care. */
    SPECIALIST_CARE,
    /** Veilig Thuis, the advice and reporting point (Wmo 2015 art. 4.1.1). */
    VEILIG_THUIS,
    /** A neighbourhood team. */
    WIJKTEAM,
    /** The municipal executive (college van B en W). */
    COLLEGE,
    /** Work and income (Participatiewet). */
    WORK_INCOME,
    /** The Raad voor de Kinderbescherming. */
    RAAD,
    /** A certified institution (gecertificeerde instelling). */
    GI,
    /** The police. */
    POLICE,
    /** Youth health care (jeugdgezondheidszorg). */
    JGZ,
    /** A creditor other than a landlord. */
    CREDITOR,
    /** Any other organisation. */
    OTHER
}
