package nl.sluis.adapter.partners.csv;

import java.util.Set;
import nl.sluis.adapter.profile.YamlMap;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.OrganisationType;
import org.jspecify.annotations.Nullable;

/** What the parts of a profile must be to each other. */
final class ProfileRules {

    /** Who has no right to a citizen service number (UAVG art. 46): landlords and other creditors know people by other things. */
    static final Set<OrganisationType> WITHOUT_BSN = Set.of(OrganisationType.HOUSING, OrganisationType.CREDITOR);

    private static final Set<String> ARREARS =
            Set.of(LegalBasis.ARREARS_BGS_2.name(), LegalBasis.ARREARS_WGS_TRS.name());

    private final YamlMap root;

    ProfileRules(YamlMap root) {
        this.root = root;
    }

    void check(MappingProfile profile, boolean dated) {
        if (dated && profile.message().day() == null) {
            fault(
                    "rows",
                    "REQUIRED",
                    "Codes with 'from' or 'until' need 'rows: {day: Column}', the day on which they were used.");
        }
        boolean arrears = gives(profile.message().basis(), ARREARS);
        if (arrears && profile.preconditions() == null) {
            fault("message", "REQUIRED", "An arrears signal rests on four preconditions: 'preconditions' is missing.");
        }
        if (profile.preconditions() != null && assumes(profile.preconditions())) {
            fault(
                    "preconditions",
                    "NO_EVIDENCE",
                    "What is the same for every row is no evidence: each needs a column.");
        }
        boolean numbers = profile.persons().values().stream()
                .anyMatch(person -> person.fields().containsKey("bsn"));
        if (numbers && WITHOUT_BSN.contains(profile.type())) {
            fault(
                    "persons",
                    "BSN_FORBIDDEN",
                    "A " + profile.type() + " has no right to citizen service numbers: leave 'bsn' out.");
        }
        for (String ignored : profile.file().ignored()) {
            if (profile.columns().contains(ignored)) {
                fault("columns", "CONTRADICTION", "'" + ignored + "' is ignored and used.");
            }
        }
        if (gives(profile.message().basis(), Set.of(LegalBasis.WAMS.name()))) {
            fault("message", "NOT_IN_FORCE", "WAMS is not in force.");
        }
    }

    private static boolean assumes(MappingProfile.Preconditions preconditions) {
        return preconditions.reaction().constant() != null
                || preconditions.days().values().stream().anyMatch(day -> day.constant() != null);
    }

    private static boolean gives(@Nullable Value value, Set<String> codes) {
        return value != null
                && (codes.contains(String.valueOf(value.constant()))
                        || value.codes().values().stream().anyMatch(code -> codes.contains(code.means())));
    }

    private void fault(String key, String code, String message) {
        root.faults().add(root.key(key), code, message);
    }
}
