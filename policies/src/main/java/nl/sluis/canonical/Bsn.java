package nl.sluis.canonical;

/**
 * Citizen service number (burgerservicenummer, UAVG art. 46). Nine digits; {@link #passesElevenTest()} is asked by whoever
 * sends it, since real files carry numbers that fail it.
 */
public record Bsn(String value) {

    /**
     * @throws IllegalArgumentException when the value is not nine digits
     */
    public Bsn {
        if (value.length() != 9 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("a BSN has nine digits");
        }
    }

    /** The check of the register: weights 9 to 2 and -1, divisible by eleven. */
    public boolean passesElevenTest() {
        int sum = -(value.charAt(8) - '0');
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * (value.charAt(i) - '0');
        }
        return sum % 11 == 0 && !value.equals("000000000");
    }

    /** Never the number itself. */
    @Override
    public String toString() {
        return "Bsn[...]";
    }
}
