package nl.sluis.adapter.partners.fhir;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.sluis.adapter.RecipientScope;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;

/**
 * The codes of Mitz (OTV): sorts of care providers and sorts of data. A refusal is read wide and a permit narrow: a sort that we
 * do not know refuses every organisation that it may mean, and permits none.
 */
final class MitzCodes {

    /** Behandelgegevens. */
    static final String TREATMENT_DATA = "GGC002";

    /** What {@link #TREATMENT_DATA} stands for here. */
    static final Set<DataCategory> CATEGORIES = EnumSet.of(
            DataCategory.DIAGNOSIS,
            DataCategory.TREATMENT,
            DataCategory.GOALS,
            DataCategory.PLANNING,
            DataCategory.OBSERVATION);

    /** The domains of care; a consent names them, since an empty scope covers nothing. */
    static final Set<LifeDomain> DOMAINS = EnumSet.of(LifeDomain.GGZ, LifeDomain.LGZ, LifeDomain.MID);

    private static final Map<String, Set<OrganisationType>> REFUSED = Map.of(
            "RPZAC001", Set.of(OrganisationType.GP),
            "RPZAC003", Set.of(OrganisationType.SPECIALIST_CARE),
            "RPZAC004", Set.of(OrganisationType.OTHER),
            "RPZAC005", Set.of(OrganisationType.OTHER),
            "RPZAC103", Set.of(OrganisationType.JGZ, OrganisationType.SPECIALIST_CARE),
            "RPZAC104", Set.of(OrganisationType.SPECIALIST_CARE),
            "RPZAC200", Set.of(OrganisationType.OTHER));
    private static final Map<String, Set<OrganisationType>> PERMITTED = Map.of(
            "RPZAC001", Set.of(OrganisationType.GP),
            "RPZAC003", Set.of(OrganisationType.SPECIALIST_CARE),
            "RPZAC103", Set.of(OrganisationType.JGZ));

    private MitzCodes() {}

    /** Whom a permit names; a sort that has no type of its own stands as a name that no organisation has. */
    static RecipientScope permitted(Set<String> codes) {
        Set<OrganisationType> types = new HashSet<>();
        Set<OrganisationId> names = new HashSet<>();
        for (String code : codes) {
            Set<OrganisationType> known = PERMITTED.get(code);
            if (known == null) {
                names.add(new OrganisationId("mitz:" + code));
            } else {
                types.addAll(known);
            }
        }
        return new RecipientScope(names, types);
    }

    /** Whom a refusal names; one code that is not known makes it a refusal of everybody. */
    static RecipientScope refused(Set<String> codes) {
        Set<OrganisationType> types = new HashSet<>();
        for (String code : codes) {
            Set<OrganisationType> known = REFUSED.get(code);
            if (known == null) {
                return RecipientScope.ADDRESSED;
            }
            types.addAll(known);
        }
        return new RecipientScope(Set.of(), types);
    }
}
