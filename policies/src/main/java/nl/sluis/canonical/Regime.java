package nl.sluis.canonical;

/** The act that governs the discloser; decides who must consent at which age (law table 3.2). */
public enum Regime {
    /** Jeugdwet, par. 7.3. */
    JEUGDWET,
    /** Treatment contract, BW 7:446 and further. */
    WGBO,
    /** Wmo 2015, ch. 5. */
    WMO,
    /** GDPR and UAVG only. */
    AVG
}
