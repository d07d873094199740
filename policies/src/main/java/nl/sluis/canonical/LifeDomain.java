package nl.sluis.canonical;

/**
 * Life domain (leefgebied): JUBES codes 01-12 and three of the ZRM-2017 (law table 6.4). Names only; the texts of the
 * matrix are not ours.
 */
public enum LifeDomain {
    /** Financiën. */
    FIN("Financiën", "01"),
    /** Identiteit. */
    IDE("Identiteit", "02"),
    /** Houding, gedrag en vaardigheden. */
    HGV("Houding, gedrag en vaardigheden", "03"),
    /** Werk en opleiding. */
    WOP("Werk en opleiding", "04"),
    /** Tijdsbesteding. */
    TYD("Tijdsbesteding", "05"),
    /** Huisvesting. */
    HUI("Huisvesting", "06"),
    /** (Huiselijke) relaties. */
    REL("(Huiselijke) relaties", "07"),
    /** Geestelijke gezondheid. */
    GGZ("Geestelijke gezondheid", "08"),
    /** Lichamelijke gezondheid. */
    LGZ("Lichamelijke gezondheid", "09"),
    /** Middelengebruik. */
    MID("Middelengebruik", "10"),
    /** Sociaal netwerk. */
    NET("Sociaal netwerk", "11"),
    /** Justitie en politie. */
    JUS("Justitie en politie", "12"),
    /** Basale ADL. */
    ADL("Basale ADL", "03"),
    /** Instrumentele ADL. */
    IAD("Instrumentele ADL", "03"),
    /** Maatschappelijke participatie. */
    MPA("Maatschappelijke participatie", "05");

    private final String dutchName;
    private final String jubesCode;

    LifeDomain(String dutchName, String jubesCode) {
        this.dutchName = dutchName;
        this.jubesCode = jubesCode;
    }

    /** The Dutch name, for people. */
    public String dutchName() {
        return dutchName;
    }

    /** The JUBES 1.0.9 code, two digits; ADL, IAD and MPA go as the nearest of the twelve. */
    public String jubesCode() {
        return jubesCode;
    }
}
