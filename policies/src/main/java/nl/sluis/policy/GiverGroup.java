package nl.sluis.policy;

import java.util.Arrays;

/** Who the table of givers may name (law table 3.2). */
enum GiverGroup {
    CUSTODIANS("gezagsdragers"),
    SELF("betrokkene"),
    REPRESENTATIVE("vertegenwoordiger");

    private final String word;

    GiverGroup(String word) {
        this.word = word;
    }

    /**
     * @throws IllegalArgumentException when it is no word of the table; the reader of the rules lets none through
     */
    static GiverGroup of(String word) {
        return Arrays.stream(values())
                .filter(group -> group.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no group of givers: " + word));
    }
}
