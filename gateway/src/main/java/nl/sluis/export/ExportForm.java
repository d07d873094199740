package nl.sluis.export;

/** The forms in which the audit is written for others. */
public enum ExportForm {
    /** FHIR R4 AuditEvent, by the profiles of IHE BALP where they fit. */
    BALP,
    /** NEN 7513. */
    NEN7513,
    /** Logboek Dataverwerkingen (Logius). */
    LOGBOEK,
    /** Authorization Decision Log (VNG). */
    DECISIONS;

    Form form(String register) {
        return switch (this) {
            case BALP -> new BalpForm();
            case NEN7513 -> new NenForm();
            case LOGBOEK -> new LogboekForm(register);
            case DECISIONS -> new DecisionForm();
        };
    }
}
