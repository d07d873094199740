package nl.sluis.adapter.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.sluis.adapter.register.CustodyStatement.Holder;
import nl.sluis.adapter.register.CustodyStatement.Said;
import nl.sluis.canonical.CustodyType;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Category 11 of a person list of the BRP (Logisch Ontwerp): who holds authority over a minor (32.10: {@code 1} the first parent, {@code 2}
 * the second, {@code D} a third party) and whether an adult is under guardianship (33.10). Elements are named as {@code 01.01.20}.
 *
 * <p>What a list does not say is not derived: authority by operation of law is for the {@code gezag} of {@link BrpCustody}.
 */
public final class GbaCustody {

    private static final String PARENT_1 = "02";
    private static final String PARENT_2 = "03";

    private GbaCustody() {}

    /** What a list says of custody; empty when it says nothing. */
    public static Optional<CustodyStatement> of(Map<String, String> list) {
        String code = text(list, "11.32.10");
        boolean curatorship = text(list, "11.33.10") != null;
        if (code == null && !curatorship) {
            return Optional.empty();
        }
        boolean open = Stream.of("01", PARENT_1, PARENT_2, "11").anyMatch(category -> investigated(list, category));
        Said said = code == null || curatorship ? Said.open(Doubt.CURATORSHIP, open) : said(list, code, open);
        Said judged = text(list, "11.84.10") == null ? said : Said.open(Doubt.ENTRY_WRONG, open);
        return Optional.of(CustodyStatement.of("betrokkene", text(list, "01.01.20"), born(list), judged));
    }

    /**
     * Whether the register keeps the address from others (07.70.10 other than 0). A code that is not known keeps it too.
     *
     * @param list elements of a person list
     */
    public static boolean secret(Map<String, String> list) {
        String code = text(list, "07.70.10");
        return code != null && !code.equals("0");
    }

    private static Said said(Map<String, String> list, String code, boolean open) {
        return switch (code) {
            case "1" -> new Said(CustodyType.SOLE_PARENT, List.of(parent(list, PARENT_1)), open, null);
            case "2" -> new Said(CustodyType.SOLE_PARENT, List.of(parent(list, PARENT_2)), open, null);
            case "12" ->
                new Said(
                        CustodyType.JOINT_PARENTS, List.of(parent(list, PARENT_1), parent(list, PARENT_2)), open, null);
            case "D" -> new Said(CustodyType.GUARDIAN, List.of(), open, null);
            // Who the third party is does not stand in the list
            case "1D", "2D" -> Said.open(Doubt.HOLDER_NOT_NAMED, open);
            default -> Said.open(Doubt.UNKNOWN_CODE, open);
        };
    }

    private static Holder parent(Map<String, String> list, String category) {
        return new Holder(text(list, category + ".01.20"), HouseholdRole.PARENT);
    }

    /** An investigation (83.10) that has not ended (83.30). */
    private static boolean investigated(Map<String, String> list, String category) {
        return text(list, category + ".83.10") != null && text(list, category + ".83.30") == null;
    }

    /** Some dates in lists do not exist; then nothing is known of it. */
    private static PartialDate born(Map<String, String> list) {
        String digits = text(list, "01.03.10");
        if (digits == null || !digits.matches("[0-9]{8}")) {
            return PartialDate.UNKNOWN;
        }
        try {
            return PartialDate.parse(digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6));
        } catch (IllegalArgumentException noSuchDate) {
            return PartialDate.UNKNOWN;
        }
    }

    private static @Nullable String text(Map<String, String> list, String element) {
        String text = list.get(element);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
