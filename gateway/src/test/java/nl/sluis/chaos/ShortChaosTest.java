package nl.sluis.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** A short run of what {@link Main} does at length. */
class ShortChaosTest {

    private static final int MESSAGES = 200;

    @Test
    void nothingIsLostOrDeliveredTwiceOrAfterItsWithdrawal(@TempDir Path home, TestReporter reporter) throws Exception {
        long seed = Long.getLong("chaos.seed", 7);
        reporter.publishEntry("seed", Long.toString(seed));
        EnumSet<Fault> faults = EnumSet.of(
                Fault.KILL_SENDER_REPLICA,
                Fault.KILL_RECEIVER,
                Fault.KILL_SENDER_DATABASE,
                Fault.KILL_RECEIVER_DATABASE,
                Fault.CUT_LINES,
                Fault.TROUBLED_LINES);
        Report report = Chaos.run(new Chaos.Order(MESSAGES, seed, 2, 1, faults), home);
        report.write(Path.of("target", "chaos-short"));
        reporter.publishEntry("chaos", report.line());
        reporter.publishEntry("slowest recovery", report.slowest().toString());
        assertThat(report.isClean())
                .as(report.line() + " " + report.verdict().faults())
                .isTrue();
    }
}
