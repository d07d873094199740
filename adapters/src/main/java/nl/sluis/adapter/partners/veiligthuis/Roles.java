package nl.sluis.adapter.partners.veiligthuis;

import java.util.Map;
import nl.sluis.adapter.source.DraftPerson.Standing;
import nl.sluis.canonical.HouseholdRole;
import org.jspecify.annotations.Nullable;

/** The list of roles of justice (reference list JZR), by its words, beside the places in a household. */
final class Roles {

    private static final Map<String, HouseholdRole> PLACES = Map.ofEntries(
            Map.entry("jeugdige", HouseholdRole.CHILD),
            Map.entry("kind", HouseholdRole.CHILD),
            Map.entry("ouder met gezag", HouseholdRole.PARENT),
            Map.entry("ouder zonder gezag", HouseholdRole.PARENT),
            Map.entry("ouder, gezag niet benoemd", HouseholdRole.PARENT),
            Map.entry("ouder, niet juridisch", HouseholdRole.PARENT),
            Map.entry("opvoeder/verzorger", HouseholdRole.PARENT),
            Map.entry("pleegouder", HouseholdRole.PARENT),
            Map.entry("stiefouder", HouseholdRole.PARTNER),
            Map.entry("voogd", HouseholdRole.GUARDIAN));

    private Roles() {}

    static HouseholdRole place(@Nullable String role) {
        return role == null ? HouseholdRole.OTHER : PLACES.getOrDefault(role.strip(), HouseholdRole.OTHER);
    }

    /** Who reports or informs is nobody of the household: that name may be kept from the family. */
    static Standing standing(@Nullable String role, boolean subject) {
        if (role != null && (role.strip().equals("melder") || role.strip().equals("informant"))) {
            return Standing.REPORTER;
        }
        return subject ? Standing.SUBJECT : Standing.OTHER;
    }

    /** Null when the place says nothing of it. Custody is never guessed. */
    static @Nullable String of(HouseholdRole place) {
        return switch (place) {
            case CHILD -> "jeugdige";
            case PARENT -> "ouder, gezag niet benoemd";
            case GUARDIAN -> "voogd";
            case PARTNER -> "stiefouder";
            case OTHER -> null;
        };
    }
}
