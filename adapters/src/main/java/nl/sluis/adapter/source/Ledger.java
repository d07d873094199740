package nl.sluis.adapter.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.adapter.Completeness;
import nl.sluis.adapter.Violation;

/** The account of a document while it is read; each path stands in one list. */
public final class Ledger {

    /** What became of a part. */
    public enum Fate {
        /** Understood. */
        MAPPED,
        /** Travels as it stands. */
        CARRIED,
        /** Understood and left behind on purpose. */
        NOT_RELEASED,
        /** Not translated; stays in the original at the sender. */
        NOT_UNDERSTOOD
    }

    private final Map<String, Fate> fates = new LinkedHashMap<>();
    private final Set<String> above = new HashSet<>();
    private final List<Violation> warnings = new ArrayList<>();

    /** Notes that something was accepted though it is odd. */
    public void warn(Violation warning) {
        warnings.add(warning);
    }

    /** Notes what became of a path; the first word counts. */
    public void note(String path, Fate fate) {
        fates.putIfAbsent(path, fate);
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            above.add(path.substring(0, slash));
        }
    }

    /** Whether a path, or something below it in a notation with slashes, stands in the account. */
    public boolean mentions(String path) {
        return fates.containsKey(path) || above.contains(path);
    }

    /** The account. */
    public Completeness completeness() {
        return new Completeness(
                paths(Fate.MAPPED),
                paths(Fate.CARRIED),
                paths(Fate.NOT_RELEASED),
                paths(Fate.NOT_UNDERSTOOD),
                warnings);
    }

    private List<String> paths(Fate fate) {
        List<String> paths = new ArrayList<>();
        fates.forEach((path, is) -> {
            if (is == fate) {
                paths.add(path);
            }
        });
        return paths;
    }
}
