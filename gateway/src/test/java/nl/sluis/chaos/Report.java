package nl.sluis.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import nl.sluis.chaos.Breaker.Happened;
import nl.sluis.chaos.FaultyLine.Tally;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run showed: as one line, as JSON and as a page.
 *
 * @param leftOut faults that this machine does not let us do, with the reason
 */
record Report(
        Chaos.Order order,
        Schedule schedule,
        Judge.Verdict verdict,
        List<Happened> happened,
        Counts counts,
        Times times,
        List<String> leftOut) {

    /** How long recovery may take (issue C). */
    static final Duration TARGET = Duration.ofSeconds(10);

    /**
     * How much happened.
     *
     * @param repeated calls of own systems that were made again for want of an answer
     * @param lines what the lines did to connections
     */
    record Counts(int kills, int cuts, int withdrawals, int replayed, int repeated, List<Tally> lines) {}

    /**
     * How long it took.
     *
     * @param load with faults going on
     * @param rest from the last submission until nothing was under way
     * @param oneByOne until each process was healthy that was killed when all was at rest, so that nothing else wants the machine
     */
    record Times(Duration load, Duration rest, List<Duration> oneByOne) {}

    /** The line that a run ends with. */
    String line() {
        return "chaos: %d sent, %d lost, %d twice, %d after withdrawal, %d kills, %d cuts"
                .formatted(
                        verdict.sent(),
                        verdict.lost(),
                        verdict.twice(),
                        verdict.afterWithdrawal(),
                        counts.kills(),
                        counts.cuts());
    }

    /** Whether everything was sent and nothing is wrong. */
    boolean isClean() {
        return verdict.isClean() && verdict.sent() == order.messages();
    }

    /** Writes {@code report.json} and {@code report.html}. */
    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(
                directory.resolve("report.json"),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(json()));
        Files.writeString(directory.resolve("report.html"), new ReportPage(this).html());
    }

    /** Names and values, in the order in which they are shown. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("seed", order.seed());
        json.put("messages", order.messages());
        json.putAll(figures());
        json.put("clean", isClean());
        json.put("loadSeconds", times.load().toMillis() / 1000.0);
        json.put("restSeconds", times.rest().toMillis() / 1000.0);
        Map<String, Object> classes = new LinkedHashMap<>();
        classes()
                .forEach((fault, of) -> classes.put(
                        fault.name(),
                        Map.of(
                                "says", fault.says(),
                                "times", of.size(),
                                "recoverySeconds",
                                        recoveries(of).map(Report::seconds).toList())));
        json.put("faults", classes);
        json.put("slowestRecoverySeconds", seconds(slowest()));
        json.put(
                "recoverySecondsAtRest",
                times.oneByOne().stream().map(Report::seconds).toList());
        json.put(
                "schedule",
                happened.stream()
                        .map(one -> Map.of(
                                "fault", one.planned().fault().name(),
                                "atAct", one.atAct(),
                                "afterMillis", one.planned().afterMillis(),
                                "lastsMillis", one.planned().lastsMillis(),
                                "tookSeconds", seconds(one.took())))
                        .toList());
        json.put("leftOut", leftOut);
        json.put("wrong", verdict.faults());
        return json;
    }

    /** The counts, under the names of {@link #line()} first. */
    Map<String, Integer> figures() {
        Map<String, Integer> figures = new LinkedHashMap<>();
        figures.put("sent", verdict.sent());
        figures.put("lost", verdict.lost());
        figures.put("twice", verdict.twice());
        figures.put("after withdrawal", verdict.afterWithdrawal());
        figures.put("kills", counts.kills());
        figures.put("cuts", counts.cuts());
        figures.put("out of order", verdict.outOfOrder());
        figures.put("wrong in the audit", verdict.audit());
        figures.put("unsettled", verdict.unsettled());
        figures.put("withdrawals", counts.withdrawals());
        figures.put("in flight at a withdrawal", verdict.inFlight());
        figures.put("not told of a withdrawal", verdict.untold());
        figures.put("brought again", counts.replayed());
        figures.put("asked again", counts.repeated());
        figures.put("connections slowed", sum(tally -> tally.slowed().get()));
        figures.put("connections throttled", sum(tally -> tally.throttled().get()));
        figures.put("questions truncated", sum(tally -> tally.truncated().get()));
        figures.put("answers lost", sum(tally -> tally.unanswered().get()));
        return figures;
    }

    /** What happened, by sort. */
    Map<Fault, List<Happened>> classes() {
        Map<Fault, List<Happened>> classes = new EnumMap<>(Fault.class);
        happened.forEach(one -> classes.computeIfAbsent(one.planned().fault(), fault -> new java.util.ArrayList<>())
                .add(one));
        return classes;
    }

    /** How long recovery took, shortest first. */
    static Stream<Duration> recoveries(List<Happened> of) {
        return of.stream().flatMap(one -> one.recoveries().stream()).sorted();
    }

    Duration slowest() {
        return recoveries(happened).reduce((a, b) -> b).orElse(Duration.ZERO);
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 100 / 10.0;
    }

    private int sum(ToIntFunction<Tally> part) {
        return counts.lines().stream().mapToInt(part).sum();
    }
}
