package nl.sluis.certs;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An organisation that gets development certificates.
 *
 * @param name the beginning of its file names, for example {@code school}
 * @param oin its organisation identification number: 20 digits, in the range for tests
 * @param organisation its name in the directory, for example {@code de-wilgenhof}
 * @param organisationName its name for people, for example {@code Basisschool De Wilgenhof}
 */
public record Holder(String name, String oin, String organisation, String organisationName) {

    /** What every OIN of a test starts with; Logius gives no such number to an organisation. */
    public static final String TEST_OIN_PREFIX = "00000099";

    /** Names that are taken by the deliberately bad certificates and by the authorities. */
    static final Set<String> RESERVED_NAMES = Set.of("ca", "other-ca", "expired", "revoked", "wrong-oin");

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern OIN = Pattern.compile("[0-9]{20}");

    /**
     * @throws IllegalArgumentException when the name cannot be a file name or is reserved, or when the OIN is not one
     *     for tests
     */
    public Holder {
        if (!NAME.matcher(name).matches() || RESERVED_NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "Holder name: lower case letters, digits and hyphens, not one of " + RESERVED_NAMES + ": " + name);
        }
        if (!OIN.matcher(oin).matches() || !oin.startsWith(TEST_OIN_PREFIX)) {
            throw new IllegalArgumentException("Holder OIN: 20 digits that start with " + TEST_OIN_PREFIX + ": " + oin);
        }
        if (organisation.isBlank() || organisationName.isBlank()) {
            throw new IllegalArgumentException("Holder " + name + ": the organisation needs an identifier and a name");
        }
    }

    /** The seven organisations of the fictional municipality of Lindedam, in the fixed order of the demo's ports. */
    public static List<Holder> lindedam() {
        return List.of(
                inLindedam(1, "wijkteam", "wijkteam-noord", "Wijkteam Lindedam-Noord"),
                inLindedam(2, "school", "de-wilgenhof", "Basisschool De Wilgenhof"),
                inLindedam(3, "huisarts", "huisarts-vos", "Huisartsenpraktijk Vos"),
                inLindedam(4, "schuldhulp", "budgetloket", "Budgetloket Lindedam"),
                inLindedam(5, "woningcorporatie", "de-eik", "Woonstichting De Eik"),
                inLindedam(6, "jeugd-ggz", "ggz-de-horizon", "GGZ De Horizon"),
                inLindedam(7, "veilig-thuis", "veilig-thuis-oostrand", "Veilig Thuis Oostrand"));
    }

    /** The two people of Lindedam who sign policy sets: with their {@link CertificateUse#SEAL} certificate, for documents. */
    public static List<Holder> signers() {
        return List.of(
                inLindedam(101, "privacy-officer", "fg-lindedam", "Functionaris gegevensbescherming Lindedam"),
                inLindedam(102, "lawyer", "jurist-lindedam", "Jurist Lindedam"));
    }

    private static Holder inLindedam(int number, String name, String organisation, String organisationName) {
        return new Holder(name, testOin(number), organisation, organisationName);
    }

    /** The OIN for tests with a number of at most nine digits in its middle. */
    static String testOin(int number) {
        return TEST_OIN_PREFIX + "%09d".formatted(number) + "000";
    }
}
