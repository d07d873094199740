package nl.sluis.adapter.partners.csv;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.StrictCsv;
import nl.sluis.canonical.Bsn;

/**
 * No citizen service number in a file of who may not have it (UAVG art. 46), not even in a column that is left behind: nine digits
 * that pass the eleven test, also inside a text, or anything under a header that says so.
 */
final class BsnGuard {

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z])(?:[0-9]{9}|[0-9]{4}[. ][0-9]{2}[. ][0-9]{3}"
            + "|[0-9]{3}[. -][0-9]{3}[. -][0-9]{3})(?![0-9A-Za-z])");
    private static final Set<String> HEADERS =
            Set.of("bsn", "burgerservicenummer", "burger service nummer", "sofinummer", "sofi-nummer", "sofi");

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
            boolean said = HEADERS.contains(name.toLowerCase(Locale.ROOT))
                    && !row.cells().get(i).isBlank();
            if (said || (!exempt.contains(name) && holdsOne(row.cells().get(i)))) {
                String place =
                        columns.index(name) == i ? columns.place(row.number(), name) : columns.place(row.number(), i);
                faults.add(new Violation(
                        place,
                        "BSN_FORBIDDEN",
                        "This may be a citizen service number, to which its sender has no right."));
            }
        }
    }

    private static boolean holdsOne(String cell) {
        Matcher number = NUMBER.matcher(cell);
        while (number.find()) {
            if (new Bsn(number.group().replaceAll("[^0-9]", "")).passesElevenTest()) {
                return true;
            }
        }
        return false;
    }
}
