package nl.sluis.adapter.source;

import java.util.List;
import java.util.Map;
import nl.sluis.adapter.ArrearsEvidence;
import nl.sluis.adapter.ArrearsEvidence.Proof;
import nl.sluis.adapter.ArrearsEvidence.Reaction;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.PartialDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The member {@code voorwaarden} by which formats in JSON show the four preconditions of an arrears signal (docs/partners/debt.md). */
public final class EvidenceJson {

    private static final Map<String, Reaction> REACTIONS =
            Map.of("geen", Reaction.NONE, "akkoord", Reaction.AGREED, "bezwaar", Reaction.OBJECTED);

    private final JsonNode shown;
    private final String at;
    private final @Nullable PartialDate signal;
    private final List<Violation> faults;

    private EvidenceJson(JsonNode shown, String at, @Nullable PartialDate signal, List<Violation> faults) {
        this.shown = shown;
        this.at = at;
        this.signal = signal;
        this.faults = faults;
    }

    /**
     * Reads the evidence, after its schema; null when it is not there or does not state the reaction.
     *
     * @param at its JSON pointer
     * @param signal the day of the signal, after which no evidence lies; null when not known
     * @param faults where faults are added
     */
    public static @Nullable ArrearsEvidence read(
            JsonNode shown, String at, @Nullable PartialDate signal, List<Violation> faults) {
        Reaction reaction = REACTIONS.get(shown.path("reactie").asString(""));
        if (reaction == null) {
            return null;
        }
        EvidenceJson reading = new EvidenceJson(shown, at, signal, faults);
        return new ArrearsEvidence(
                reading.proof("contactGezocht"),
                reading.proof("gewezenOpHulp"),
                reading.proof("herinnering"),
                reading.proof("aanbod"),
                reaction);
    }

    private @Nullable Proof proof(String field) {
        String text = shown.path(field).asString("");
        if (text.isEmpty()) {
            return null;
        }
        PartialDate on;
        try {
            on = PartialDate.parse(text);
        } catch (IllegalArgumentException noDate) {
            faults.add(new Violation(at + "/" + field, "NOT_A_DATE", "There is no such date."));
            return null;
        }
        if (on.year() == 0 || (signal != null && on.earliest().isAfter(signal.latest()))) {
            faults.add(new Violation(
                    at + "/" + field, "NO_EVIDENCE", "The day is unknown, or lies after the day of the signal."));
            return null;
        }
        String reference = shown.path(field + "Kenmerk").asString("").strip();
        return new Proof(on, reference.isEmpty() ? null : reference);
    }
}
