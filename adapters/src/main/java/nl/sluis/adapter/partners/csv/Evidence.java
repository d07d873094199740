package nl.sluis.adapter.partners.csv;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.adapter.ArrearsEvidence;
import nl.sluis.adapter.ArrearsEvidence.Proof;
import nl.sluis.canonical.PartialDate;
import org.jspecify.annotations.Nullable;

/** The four preconditions of an arrears signal as a row shows them. An empty cell is no evidence, and that is no fault here. */
final class Evidence {

    /** In the order of the article. */
    static final List<String> NAMES =
            List.of("contact-attempted", "pointed-to-help", "written-reminder", "offered-to-pass-on");

    private static final int LONGEST_REFERENCE = 200;

    private Evidence() {}

    /** The evidence; null when the reaction is not stated, which is a fault. */
    static @Nullable ArrearsEvidence of(MappingProfile.Preconditions mapped, Cells cells) {
        List<@Nullable Proof> proofs = new ArrayList<>();
        for (String name : NAMES) {
            proofs.add(proof(mapped.days().get(name), mapped.references().get(name), cells));
        }
        String reaction = cells.text(mapped.reaction());
        return reaction == null
                ? null
                : new ArrearsEvidence(
                        proofs.get(0),
                        proofs.get(1),
                        proofs.get(2),
                        proofs.get(3),
                        ArrearsEvidence.Reaction.valueOf(reaction));
    }

    private static @Nullable Proof proof(@Nullable Value day, @Nullable Value reference, Cells cells) {
        PartialDate on = cells.date(day);
        String said = cells.line(reference, LONGEST_REFERENCE);
        if (day == null || on == null) {
            return null;
        }
        PartialDate signal = cells.day();
        if (on.year() == 0 || (signal != null && on.earliest().isAfter(signal.latest()))) {
            cells.fault(day, "NO_EVIDENCE", "The day is unknown, or lies after the day of the signal.");
            return null;
        }
        return new Proof(on, said);
    }
}
