package nl.sluis.adapter.partners.hl7v2;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Group;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Structure;
import ca.uhn.hl7v2.util.Terser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.adapter.Completeness;
import nl.sluis.adapter.source.Ledger;
import nl.sluis.adapter.source.Ledger.Fate;
import org.jspecify.annotations.Nullable;

/** The segments of a message in their order, and the account of their fields; what nobody asked for is not understood. */
final class Segments {

    private final List<Named> all = new ArrayList<>();
    private final Ledger ledger = new Ledger();

    /**
     * A segment with its place.
     *
     * @param path such as {@code OBX[2]}
     */
    record Named(String tag, String path, Segment segment) {}

    Segments(Group message) throws HL7Exception {
        collect(message, new HashMap<>());
    }

    private void collect(Group group, Map<String, Integer> seen) throws HL7Exception {
        for (String name : group.getNames()) {
            for (Structure structure : group.getAll(name)) {
                if (structure instanceof Group inner) {
                    collect(inner, seen);
                } else if (structure instanceof Segment segment && !segment.isEmpty()) {
                    String tag = segment.getName();
                    all.add(new Named(tag, tag + "[" + seen.merge(tag, 1, Integer::sum) + "]", segment));
                }
            }
        }
    }

    List<Named> all() {
        return all;
    }

    @Nullable
    Named first(String tag) {
        return all.stream().filter(each -> each.tag.equals(tag)).findFirst().orElse(null);
    }

    List<Named> all(String tag) {
        return all.stream().filter(each -> each.tag.equals(tag)).toList();
    }

    /** How often a field is repeated. */
    static int repetitions(@Nullable Named of, int field) {
        try {
            return of == null ? 0 : of.segment.getField(field).length;
        } catch (HL7Exception beyond) {
            return 0;
        }
    }

    /** A component as its words, escapes resolved; null when empty or the explicit null of HL7. The field counts as understood. */
    @Nullable
    String take(@Nullable Named of, int field, int repetition, int component, int sub) {
        if (of == null || repetitions(of, field) <= repetition) {
            return null;
        }
        note(of, field, Fate.MAPPED);
        return raw(of, field, repetition, component, sub);
    }

    /** As {@link #take}, without a word about the field. */
    static @Nullable String raw(Named of, int field, int repetition, int component, int sub) {
        try {
            String value = Terser.get(of.segment, field, repetition, component, sub);
            return value == null || value.isBlank() || value.equals("\"\"")
                    ? null
                    : lines(value).strip();
        } catch (HL7Exception beyond) {
            return null;
        }
    }

    /** Formatting commands of FT that break a line; HAPI leaves them as they are. */
    private static String lines(String value) {
        return value.replace("\\.br\\", "\n").replace("\\.sp\\", "\n");
    }

    @Nullable
    String take(@Nullable Named of, int field, int component) {
        return take(of, field, 0, component, 1);
    }

    void note(Named of, int field, Fate fate) {
        ledger.note(of.path + "." + field, fate);
    }

    /** Says of every filled field of a segment that it was understood and is left behind. */
    void leave(Named of) {
        for (int field = 1; field <= of.segment.numFields(); field++) {
            if (filled(of, field)) {
                note(of, field, Fate.NOT_RELEASED);
            }
        }
    }

    Completeness completeness() {
        for (Named each : all) {
            for (int field = 1; field <= each.segment.numFields(); field++) {
                if (filled(each, field)) {
                    note(each, field, Fate.NOT_UNDERSTOOD);
                }
            }
        }
        return ledger.completeness();
    }

    private static boolean filled(Named of, int field) {
        try {
            for (var repetition : of.segment.getField(field)) {
                if (!repetition.isEmpty()) {
                    return true;
                }
            }
            return false;
        } catch (HL7Exception beyond) {
            return false;
        }
    }
}
