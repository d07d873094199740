package nl.sluis.adapter.partners.debt;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.Ledger;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.canonical.PartialDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The account of one item and its faults, by JSON pointers into the whole document. */
final class DdasPlaces {

    private final String at;
    private final Ledger ledger = new Ledger();
    private final List<Violation> faults = new ArrayList<>();

    DdasPlaces(String at) {
        this.at = at;
    }

    Ledger ledger() {
        return ledger;
    }

    List<Violation> faults() {
        return faults;
    }

    /** The JSON pointer of something in the item. */
    String at(String below) {
        return at + "/" + below;
    }

    void note(String below, Fate fate) {
        ledger.note(at + "/" + below, fate);
    }

    void fault(String below, String code, String message) {
        faults.add(new Violation(at + "/" + below, code, message));
    }

    void warn(String below, String code, String message) {
        ledger.warn(new Violation(at + "/" + below, code, message));
    }

    /** A date of a field; null when there is none, or none of that form, which is a fault. */
    @Nullable
    PartialDate date(JsonNode owner, String field, String below) {
        if (!owner.has(field)) {
            return null;
        }
        try {
            return PartialDate.parse(owner.path(field).asString());
        } catch (IllegalArgumentException noDate) {
            fault(below + field, "NOT_A_DATE", "There is no such date.");
            return null;
        }
    }

    /** The text of a field; null when it is not there or blank. */
    static @Nullable String text(JsonNode owner, String field) {
        String text = owner.path(field).asString("").strip();
        return text.isEmpty() ? null : text;
    }
}
