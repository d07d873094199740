package nl.sluis.policy;

import java.util.List;
import java.util.Set;
import nl.sluis.canonical.PersonRef;

/**
 * Whose consent is needed for items about one person.
 *
 * @param groups who must consent, in the words of the table of givers; only those needed at every possible age
 * @param ageWord the age class in the words of the rules; {@code onbekend} when it is unknown and matters
 * @param custodyWord {@code ouders}, {@code voogd} or {@code onbekend}
 * @param custodians holders of parental authority; empty when not needed or not certain
 * @param representatives who may consent for an incapable person
 * @param everyRepresentative whether each of them must (custodians), or one of them suffices (those on record)
 */
record Givers(
        Set<String> groups,
        String ageWord,
        String custodyWord,
        List<PersonRef> custodians,
        List<PersonRef> representatives,
        boolean everyRepresentative) {

    static final String CUSTODIANS = "gezagsdragers";
    static final String SELF = "betrokkene";
    static final String REPRESENTATIVE = "vertegenwoordiger";

    boolean needed(String group) {
        return groups.contains(group);
    }
}
