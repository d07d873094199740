package nl.sluis.policy;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.sluis.canonical.Custody;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Regime;

/** Law table 3.2 by hand, apart from the tables and from the code that reads them: who must consent to disclosure. */
final class GiversByLaw {

    private GiversByLaw() {}

    /** Groups in the words of the table of givers. */
    static Set<String> groups(Regime regime, int age, boolean capable, boolean both) {
        if (age < 12) {
            return Set.of("gezagsdragers");
        }
        if (age < 16) {
            if (!capable) {
                return Set.of("gezagsdragers");
            }
            return switch (regime) {
                case AVG -> Set.of("gezagsdragers");
                case WMO -> Set.of("betrokkene");
                case JEUGDWET, WGBO -> both ? Set.of("gezagsdragers", "betrokkene") : Set.of("betrokkene");
            };
        }
        return capable ? Set.of("betrokkene") : Set.of("vertegenwoordiger");
    }

    /** The people; empty when it is a representative whom the records name. */
    static Set<PersonRef> needed(FamilyWorld world) {
        boolean both = world.disclosure() == RecordedFacts.Disclosure1215.BOTH;
        Set<PersonRef> needed = new HashSet<>();
        // A birth date of which only the year is known asks whoever is asked at each of its ages.
        for (LocalDate birth : List.of(
                world.subject().birth().earliest(), world.subject().birth().latest())) {
            int age = Period.between(birth, FamilyWorld.DAY).getYears();
            Set<String> groups = groups(world.regime(), age, world.subject().capable(), both);
            Custody custody = world.subject().custody();
            if (groups.contains("gezagsdragers") && custody != null) {
                needed.addAll(custody.holders());
            }
            if (groups.contains("betrokkene")) {
                needed.add(Questions.MILA);
            }
        }
        return needed;
    }
}
