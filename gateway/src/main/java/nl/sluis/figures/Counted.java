package nl.sluis.figures;

import java.time.Duration;
import java.util.List;
import nl.sluis.canonical.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of a quarter, with nothing hidden: it leaves this package never.
 *
 * @param reports one each
 */
record Counted(List<Report> reports, int handovers, Safety safety, Evaluations evaluations, int escalations) {

    Counted {
        reports = List.copyOf(reports);
    }

    /**
     * A report.
     *
     * @param answered how long until the first feedback; null when there was none
     */
    record Report(OrganisationId sender, @Nullable Duration answered) {}

    /** Children by what was on record. */
    record Safety(int estimated, int notMade, int open) {}

    /** Evaluations by whether they were done. */
    record Evaluations(int done, int overdue) {}
}
