package nl.sluis.canonical;

/** The ground that a sender claims; codes are stable identifiers. */
public enum LegalBasis {
    /** Consent of those who must consent (GDPR art. 6(1)(a), 9(2)(a)). */
    CONSENT,
    /** The right to report to Veilig Thuis without consent (Wmo 2015 art. 5.2.6). */
    MELDRECHT_WMO_5_2_6,
    /** Informing the Raad voor de Kinderbescherming (BW 1:240). */
    RVDK_BW_1_240,
    /** Request for inquiry to the Raad (Jeugdwet art. 3.1). */
    VTO_JW_3_1,
    /** Information for the executor of a running supervision order (Jeugdwet art. 7.3.11 lid 4). */
    OTS_JW_7_3_11_4,
    /** Signal to the Verwijsindex (Jeugdwet art. 7.1.4.1). */
    VIR_JW_7_1_4_1,
    /** Rent arrears signal by a landlord (Besluit gemeentelijke schuldhulpverlening art. 2). */
    ARREARS_BGS_2,
    /** Arrears signal by a designated other creditor (Wgs art. 3, temporary regulation). */
    ARREARS_WGS_TRS,
    /** Shared in the presence of the family at a recorded meeting. */
    FAMILY_PRESENT,
    /** Conflict of duties; always decided by a person. */
    DUTY_CONFLICT,
    /** No ground claimed. */
    NONE,
    /** Wet aanpak meervoudige problematiek sociaal domein; not in force. */
    WAMS
}
