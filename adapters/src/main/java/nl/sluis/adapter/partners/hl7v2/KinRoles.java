package nl.sluis.adapter.partners.hl7v2;

import java.util.Map;
import java.util.Set;
import nl.sluis.adapter.partners.hl7v2.Segments.Named;
import nl.sluis.adapter.source.DraftPerson;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Who next of kin are to a patient, by HL7 table 0063. A code that is not of that table claims nothing and counts as not understood.
 */
final class KinRoles {

    private static final Map<String, HouseholdRole> ROLES = Map.of(
            "FTH", HouseholdRole.PARENT,
            "MTH", HouseholdRole.PARENT,
            "PAR", HouseholdRole.PARENT,
            "GRD", HouseholdRole.GUARDIAN,
            "SPO", HouseholdRole.PARTNER,
            "DOM", HouseholdRole.PARTNER);

    /** Child, natural child, stepchild, foster child and ward: of the patient, whatever their age; a grown-up is no child of a household. */
    private static final Set<String> CHILDREN = Set.of("CHD", "NCH", "SCH", "FCH", "WRD");

    /** Of any age: a child only when the birth date says so. */
    private static final Set<String> SIBLINGS = Set.of("SIB", "BRO", "SIS");

    /** Known, and without a place of their own in a household. */
    private static final Set<String> OTHERS = Set.of(
            "ASC", "CGV", "DEP", "EMC", "EME", "EMR", "EXF", "FND", "GCH", "GRP", "MGR", "NON", "OAD", "OTH", "OWN",
            "SEL", "TRA", "UNK");

    private static final Set<String> TABLE = Set.of("HL70063", "0063");

    private KinRoles() {}

    /**
     * The place in the household, and a word in the account about NK1-3.
     *
     * @param at the day of the message; unknown when it says none
     */
    static HouseholdRole role(Segments segments, Named kin, PartialDate born, PartialDate at) {
        String code = Segments.raw(kin, 3, 0, 1, 1);
        String table = Segments.raw(kin, 3, 0, 3, 1);
        HouseholdRole role = code == null || (table != null && !TABLE.contains(table)) ? null : role(code, born, at);
        if (Segments.repetitions(kin, 3) > 0) {
            segments.note(kin, 3, role == null ? Fate.NOT_UNDERSTOOD : Fate.MAPPED);
        }
        return role == null ? HouseholdRole.OTHER : role;
    }

    private static @Nullable HouseholdRole role(String code, PartialDate born, PartialDate at) {
        if (SIBLINGS.contains(code)) {
            return DraftPerson.patient(born, at);
        }
        if (CHILDREN.contains(code)) {
            boolean known = born.year() != 0 && at.year() != 0;
            return known ? DraftPerson.patient(born, at) : HouseholdRole.CHILD;
        }
        return OTHERS.contains(code) ? HouseholdRole.OTHER : ROLES.get(code);
    }
}
