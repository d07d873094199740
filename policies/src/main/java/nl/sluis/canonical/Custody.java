package nl.sluis.canonical;

import java.util.List;

/**
 * Who holds parental authority over a minor.
 *
 * @param holders who hold it, as persons of the same question; empty where the type has none
 * @param underInvestigation whether the register marks it as {@code inOnderzoek}
 */
public record Custody(CustodyType type, List<PersonRef> holders, boolean underInvestigation) {

    public Custody {
        holders = List.copyOf(holders);
    }
}
