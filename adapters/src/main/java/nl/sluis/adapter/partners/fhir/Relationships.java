package nl.sluis.adapter.partners.fhir;

import java.util.List;
import java.util.Map;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.HouseholdRole;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** What somebody is to the patient: HL7 v3 RoleCode, as nl-core-ContactPerson uses it. */
final class Relationships {

    private static final Map<String, HouseholdRole> ROLES = Map.ofEntries(
            Map.entry("PRN", HouseholdRole.PARENT),
            Map.entry("NPRN", HouseholdRole.PARENT),
            Map.entry("MTH", HouseholdRole.PARENT),
            Map.entry("NMTH", HouseholdRole.PARENT),
            Map.entry("FTH", HouseholdRole.PARENT),
            Map.entry("NFTH", HouseholdRole.PARENT),
            Map.entry("ADOPTP", HouseholdRole.PARENT),
            Map.entry("GUARD", HouseholdRole.GUARDIAN),
            Map.entry("DOMPART", HouseholdRole.PARTNER),
            Map.entry("SPS", HouseholdRole.PARTNER),
            Map.entry("HUSB", HouseholdRole.PARTNER),
            Map.entry("WIFE", HouseholdRole.PARTNER),
            Map.entry("CHILD", HouseholdRole.CHILD),
            Map.entry("NCHILD", HouseholdRole.CHILD),
            Map.entry("SON", HouseholdRole.CHILD),
            Map.entry("DAU", HouseholdRole.CHILD),
            Map.entry("SONC", HouseholdRole.CHILD),
            Map.entry("DAUC", HouseholdRole.CHILD));

    private Relationships() {}

    static HouseholdRole role(List<CodeableConcept> relationships) {
        for (CodeableConcept relationship : relationships) {
            for (Coding coding : relationship.getCoding()) {
                // A coding may lack its code
                boolean known = Systems.ROLE_CODE.equals(coding.getSystem()) && coding.hasCode();
                HouseholdRole role = known ? ROLES.get(coding.getCode()) : null;
                if (role != null) {
                    return role;
                }
            }
        }
        return HouseholdRole.OTHER;
    }

    /** In which capacity a related person consents for the patient; whether that is so, the register of custody decides. */
    static Capacity capacity(HouseholdRole role) {
        return switch (role) {
            case PARENT -> Capacity.CUSTODIAN;
            case GUARDIAN -> Capacity.GUARDIAN;
            case CHILD, PARTNER, OTHER -> Capacity.REPRESENTATIVE;
        };
    }
}
