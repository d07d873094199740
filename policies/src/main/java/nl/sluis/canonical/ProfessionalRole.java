package nl.sluis.canonical;

/** The role of the professional who sends. */
public enum ProfessionalRole {
    /** Internal supervisor at a primary school. */
    INTERN_BEGELEIDER,
    /** Teacher. */
    LEERKRACHT,
    /** Doctor: asks Veilig Thuis for advice before a report (KNMG). */
    ARTS,
    /** Therapist or practitioner. */
    BEHANDELAAR,
    /** Housing consultant. */
    WOONCONSULENT,
    /** Debt counsellor. */
    SCHULDHULPVERLENER,
    /** The one who holds the regie over the plan. */
    REGISSEUR,
    /** The meldcode officer of an organisation. */
    AANDACHTSFUNCTIONARIS,
    /** Any other role. */
    OTHER
}
