package nl.sluis.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.concurrent.ExecutionException;
import org.springframework.util.FileSystemUtils;

/** The long run: {@code mvn -q -P chaos verify -Dchaos.messages=10000 -Dchaos.seed=7}. */
public final class Main {

    private static final int SHOWN = 20;

    private Main() {}

    /** Runs, writes the report, and ends with another code than 0 when something is wrong. */
    public static void main(String[] args) throws IOException, InterruptedException, SQLException, ExecutionException {
        int messages = Integer.getInteger("chaos.messages", 10_000);
        String given = System.getProperty("chaos.seed", "");
        long seed = given.isBlank() ? System.currentTimeMillis() % 1_000_000 : Long.parseLong(given);
        Path output = Path.of(System.getProperty("chaos.output", "target/chaos"));
        Path home = Files.createTempDirectory("sluis-chaos");
        System.err.println("chaos: seed " + seed + ", " + messages + " messages, in " + home);
        Report report = Chaos.run(new Chaos.Order(messages, seed, 2, 2, EnumSet.allOf(Fault.class)), home);
        report.write(output);
        if (report.isClean()) {
            // Of a run that is not, what the nodes said and stored is worth keeping
            FileSystemUtils.deleteRecursively(home);
        }
        report.leftOut().forEach(left -> System.out.println("chaos: left out: " + left));
        report.verdict().faults().stream().limit(SHOWN).forEach(fault -> System.out.println("chaos: " + fault));
        System.out.println("chaos: slowest recovery " + Report.seconds(report.slowest()) + " s; at rest "
                + report.times().oneByOne().stream().map(Report::seconds).toList());
        System.out.println(report.line());
        System.exit(report.isClean() ? 0 : 1);
    }
}
