package nl.sluis.load;

import org.HdrHistogram.Histogram;

/**
 * One step. Times run from when a message was due, and not from when the driver came to it: who waits behind a slow one waits too.
 *
 * @param size of the text, in kB
 * @param wanted messages a second
 * @param sent how many were accepted
 * @param refused how many were not, by an answer or a broken connection
 * @param lost accepted, and no receipt within the patience of the run
 * @param perSecond receipts a second in the second half of the step
 * @param accepted microseconds until the first hop had it durably
 * @param receipted microseconds until the receipt was recorded at the sender
 * @param used by nodes and databases, until the last receipt
 * @param driverMillis CPU of the driver itself
 */
record Measured(
        String course,
        int size,
        int wanted,
        int sent,
        int refused,
        int lost,
        double perSecond,
        Histogram accepted,
        Histogram receipted,
        Usage used,
        long driverMillis) {

    double cpuMillis() {
        return nodeMillis() + databaseMillis();
    }

    double nodeMillis() {
        return (double) used.nodeMillis() / Math.max(1, sent);
    }

    double databaseMillis() {
        return (double) used.databaseMillis() / Math.max(1, sent);
    }

    double driverMillisEach() {
        return (double) driverMillis / Math.max(1, sent);
    }

    double loggedKilobytes() {
        return used.logged() / 1024.0 / Math.max(1, sent);
    }

    /** Whether receipts kept up with what was sent. */
    boolean keptUp() {
        return lost == 0 && refused == 0 && perSecond >= 0.9 * wanted;
    }

    static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1000.0;
    }
}
