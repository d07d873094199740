package nl.sluis.municipality;

/**
 * What is agreed with Veilig Thuis.
 *
 * @param region its name, for people
 * @param returns when a household goes back there
 * @param direct when a team reports there itself
 * @param findings whether a team tells what it found
 * @param jointVisit whether the first visit is made together
 */
public record VeiligThuisRules(
        String region, Returns returns, DirectReport direct, boolean findings, boolean jointVisit) {

    /** When a household goes back to Veilig Thuis. */
    public enum Returns {
        /** Nothing was agreed. */
        NOT_AGREED,
        /** When nobody came into contact with it. */
        NO_CONTACT
    }

    /** When a team reports to Veilig Thuis itself. */
    public enum DirectReport {
        /** By the meldcode alone. */
        MELDCODE,
        /** Only where worries are not firm enough because the family does not cooperate or gives no permission to ask others. */
        NOT_FIRM_WITHOUT_COOPERATION
    }
}
