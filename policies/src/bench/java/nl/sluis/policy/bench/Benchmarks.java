package nl.sluis.policy.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs every benchmark on one thread and prints one table. Takes the arguments of JMH; those given win. */
public final class Benchmarks {

    private static final String LINE = "%-28s %-8s %-22s %12s %12s %12s%n";

    private Benchmarks() {}

    /** The program. */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        CommandLineOptions given = new CommandLineOptions(arguments);
        OptionsBuilder options = new OptionsBuilder();
        options.parent(given).threads(1).addProfiler(GCProfiler.class).shouldDoGC(true);
        // One core is what the JVM may see: the collector and the compiler share it with the measured thread.
        options.jvmArgsAppend("-XX:ActiveProcessorCount=1", "-Xms1g", "-Xmx1g");
        options.forks(given.getForkCount().orElse(3));
        options.warmupIterations(given.getWarmupIterations().orElse(5));
        options.warmupTime(given.getWarmupTime().orElse(TimeValue.seconds(1)));
        options.measurementIterations(given.getMeasurementIterations().orElse(5));
        options.measurementTime(given.getMeasurementTime().orElse(TimeValue.seconds(1)));
        Collection<RunResult> runs = new Runner(options.build()).run();
        print(runs);
        summary(runs);
    }

    // The slowest of the answers counts
    private static void summary(Collection<RunResult> runs) {
        System.out.println();
        slowest(runs, "outcomeOnly", "false").ifPresent(p50 -> say("decision with facts", p50, "2 items, 6 consents"));
        slowest(runs, "withReasons", "false").ifPresent(p50 -> say("with reasons", p50, "2 items, 6 consents"));
        slowest(runs, "aboutMessage", "false")
                .ifPresent(p50 -> say("with reasons, from and to a message", p50, "2 items, 6 consents"));
        slowest(runs, "outcomeOnly", "true").ifPresent(p50 -> say("decision with facts", p50, "4 items, 12 consents"));
        slowest(runs, "withReasons", "true").ifPresent(p50 -> say("with reasons", p50, "4 items, 12 consents"));
        slowest(runs, "tables", null).ifPresent(p50 -> say("rows alone", p50, "facts of 1 item given"));
        slowest(runs, "kieDmn", null).ifPresent(p50 -> say("rows alone, KIE DMN", p50, "facts of 1 item given"));
    }

    private static void say(String what, double p50, String size) {
        System.out.printf("%s: %s ns p50 (%s)%n", what, number(p50), size);
    }

    private static OptionalDouble slowest(Collection<RunResult> runs, String benchmark, @Nullable String large) {
        return runs.stream()
                .filter(Benchmarks::sampled)
                .filter(run -> run.getPrimaryResult().getLabel().equals(benchmark))
                .filter(run -> large == null || large.equals(run.getParams().getParam("large")))
                .mapToDouble(run -> run.getPrimaryResult().getStatistics().getPercentile(50))
                .max();
    }

    private static void print(Collection<RunResult> runs) {
        System.out.printf("%n" + LINE, "benchmark", "answer", "size", "p50 ns", "mean ns", "bytes/op");
        List<String> lines = new ArrayList<>();
        for (RunResult run : runs) {
            Result<?> result = run.getPrimaryResult();
            boolean large = "true".equals(run.getParams().getParam("large"));
            boolean question = run.getParams().getParam("answer") != null;
            lines.add(LINE.formatted(
                    result.getLabel() + (sampled(run) ? "" : " (mean of many)"),
                    question ? run.getParams().getParam("answer") : "-",
                    question ? (large ? "4 items, 12 consents" : "2 items, 6 consents") : "1 item",
                    sampled(run) ? number(result.getStatistics().getPercentile(50)) : "-",
                    number(result.getScore()),
                    number(run.getSecondaryResults().get("gc.alloc.rate.norm").getScore())));
        }
        lines.forEach(System.out::print);
    }

    private static boolean sampled(RunResult run) {
        return run.getParams().getMode() == org.openjdk.jmh.annotations.Mode.SampleTime;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
