package nl.sluis.adapter.partners.debt;

/**
 * Who delivers by DDAS; no message says it, and DDAS cannot do without.
 *
 * @param code {@code codeGegevensleverancier}
 * @param municipality {@code gemeentecode}, four digits as the Basisregistratie has it
 * @param name of the organisation
 * @param kvk its number at the chamber of commerce, eight digits
 */
public record DdasSupplier(String code, String municipality, String name, String kvk) {

    /**
     * @throws IllegalArgumentException when one of them cannot be
     */
    public DdasSupplier {
        if (code.isBlank() || name.isBlank() || !municipality.matches("[0-9]{4}") || !kvk.matches("[0-9]{8}")) {
            throw new IllegalArgumentException("a supplier has a code, a name, a municipality and a KvK number");
        }
    }
}
