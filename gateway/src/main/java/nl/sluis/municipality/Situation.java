package nl.sluis.municipality;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.Urgency;

/**
 * What the rules of a municipality look at. Nothing of it says who somebody is.
 *
 * @param reporter the sort of organisation that reports; {@code OTHER} when nobody professional did
 * @param children whether there are children; not known counts as yes
 * @param domains how many life domains are concerned, 1 to {@value #MOST_DOMAINS}
 */
public record Situation(
        Origin origin, OrganisationType reporter, boolean children, int domains, Urgency urgency, Coercion coercion) {

    /** There are no more life domains. */
    public static final int MOST_DOMAINS = 15;

    /**
     * @throws IllegalArgumentException when there is no such number of life domains
     */
    public Situation {
        if (domains < 1 || domains > MOST_DOMAINS) {
            throw new IllegalArgumentException("there are 1 to " + MOST_DOMAINS + " life domains");
        }
    }

    /** Every situation that there can be, plain ones first. */
    static List<Situation> all() {
        List<Situation> all = new ArrayList<>();
        for (Coercion coercion : Coercion.values()) {
            for (Urgency urgency : Urgency.values()) {
                for (int domains = 1; domains <= MOST_DOMAINS; domains++) {
                    for (boolean children : new boolean[] {false, true}) {
                        for (Origin origin : Origin.values()) {
                            for (OrganisationType reporter : reporters(origin)) {
                                all.add(new Situation(origin, reporter, children, domains, urgency, coercion));
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    private static List<OrganisationType> reporters(Origin origin) {
        return switch (origin) {
            case RESIDENT, CONTACT_CENTRE -> List.of(OrganisationType.OTHER);
            case VEILIG_THUIS -> List.of(OrganisationType.VEILIG_THUIS);
            case PROFESSIONAL -> List.of(OrganisationType.values());
        };
    }

    /** An example household, for who mends the rules. */
    String example() {
        return "a household " + (children ? "with" : "without") + " children, " + domains
                + (domains == 1 ? " life domain" : " life domains") + ", by " + origin
                + (origin == Origin.PROFESSIONAL ? " (" + reporter + ")" : "") + ", urgency " + urgency
                + ", coercion " + coercion;
    }
}
