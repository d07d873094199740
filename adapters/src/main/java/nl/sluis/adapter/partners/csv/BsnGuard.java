package nl.sluis.adapter.partners.csv;

import java.util.List;
import java.util.Set;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.CitizenNumbers;
import nl.sluis.adapter.source.StrictCsv;

/**
 * No citizen service number in a file of who may not have it (UAVG art. 46), not even in a column that is left behind: nine digits
 * that pass the eleven test, also inside a text, or anything under a header that says so.
 */
final class BsnGuard {

    private final List<String> header;
    private final Set<String> exempt;
    private final Columns columns;

    BsnGuard(List<String> header, Set<String> exempt, Columns columns) {
        this.header = header;
        this.exempt = exempt;
        this.columns = columns;
    }

    void check(StrictCsv.Row row, List<Violation> faults) {
        int width = Math.min(row.cells().size(), header.size());
        for (int i = 0; i < width; i++) {
            String name = header.get(i).strip();
            boolean said = CitizenNumbers.named(name) && !row.cells().get(i).isBlank();
            if (said || (!exempt.contains(name) && CitizenNumbers.in(row.cells().get(i)))) {
                String place =
                        columns.index(name) == i ? columns.place(row.number(), name) : columns.place(row.number(), i);
                faults.add(new Violation(
                        place,
                        "BSN_FORBIDDEN",
                        "This may be a citizen service number, to which its sender has no right."));
            }
        }
    }
}
