package nl.sluis.adapter.partners.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.adapter.Violation;

/** The header of a file against its profile. A header that the profile does not have is named by its position, never by its text. */
final class Columns {

    private final Map<String, Integer> known = new HashMap<>();
    private final Set<Integer> ignored = new HashSet<>();
    private final List<Integer> strange = new ArrayList<>();
    private final List<Violation> faults = new ArrayList<>();
    private final int size;

    Columns(List<String> header, MappingProfile profile) {
        this.size = header.size();
        Set<String> wanted = profile.columns();
        Set<String> left = profile.file().ignored();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).strip();
            if (!name.isEmpty() && !seen.add(name)) {
                faults.add(new Violation(
                        "/column[" + (i + 1) + "]", "DUPLICATE_COLUMN", "Another column has the same header."));
            } else if (wanted.contains(name) || left.contains(name)) {
                known.put(name, i);
                if (left.contains(name)) {
                    ignored.add(i);
                }
            } else {
                strange.add(i);
            }
        }
        Set<String> missing = new LinkedHashSet<>(wanted);
        missing.removeAll(known.keySet());
        if (missing.size() == wanted.size()) {
            faults.add(new Violation("/row[1]", "NO_HEADER", "Row 1 has none of the headers of the profile."));
        } else {
            missing.forEach(name -> faults.add(new Violation(
                    "/row[1]", "MISSING_COLUMN", "The column '" + name + "' of the profile is missing.")));
        }
    }

    List<Violation> faults() {
        return faults;
    }

    int size() {
        return size;
    }

    /** Where a column stands, counted from 0; -1 when it is not there. */
    int index(String column) {
        return known.getOrDefault(column, -1);
    }

    Set<String> names() {
        return known.keySet();
    }

    boolean ignored(String column) {
        return ignored.contains(index(column));
    }

    /** Columns that the profile does not know, counted from 0. */
    List<Integer> strange() {
        return strange;
    }

    /** The place of a cell. */
    String place(int row, String column) {
        return "/row[" + row + "]/" + column;
    }

    String place(int row, int strangeColumn) {
        return "/row[" + row + "]/column[" + (strangeColumn + 1) + "]";
    }

    /** The place of a value; of several columns the first. */
    String place(int row, List<String> columns) {
        return columns.isEmpty() ? "/row[" + row + "]" : place(row, columns.get(0));
    }
}
