package nl.sluis.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import nl.sluis.certs.CertificateUse;
import nl.sluis.chaos.Evidence.Submitted;

/**
 * One run: two organisations as real processes, a load, and a schedule of faults, all from one seed; then rest, and the judgement.
 */
final class Chaos {

    private static final long LONGEST_LOAD_SECONDS = 600;
    private static final Duration LONGEST_REST = Duration.ofMinutes(6);

    private Chaos() {}

    /**
     * What to do.
     *
     * @param messages how many in all
     * @param faults which may happen; those that this machine does not let us do are left out and said to be
     */
    record Order(int messages, long seed, int schoolProcesses, int teamProcesses, Set<Fault> faults) {}

    /** Does it. */
    static Report run(Order order, Path home)
            throws IOException, InterruptedException, SQLException, ExecutionException {
        Set<Fault> possible = EnumSet.copyOf(order.faults());
        List<String> leftOut = new ArrayList<>();
        Optional<FakeClock> clock = FakeClock.at(home.resolve("clock"));
        if (possible.contains(Fault.CLOCK_JUMPS) && clock.isEmpty()) {
            possible.remove(Fault.CLOCK_JUMPS);
            leftOut.add(Fault.CLOCK_JUMPS.says() + ": there is no libfaketime (Debian package faketime)");
        }
        Optional<SmallDisk> disk =
                possible.contains(Fault.DISK_FULL) ? SmallDisk.mount(home.resolve("small-disk")) : Optional.empty();
        if (possible.contains(Fault.DISK_FULL) && disk.isEmpty()) {
            possible.remove(Fault.DISK_FULL);
            leftOut.add(Fault.DISK_FULL.says() + ": no file system can be mounted here");
        }
        Lindedam.Layout layout = new Lindedam.Layout(
                order.schoolProcesses(),
                order.teamProcesses(),
                order.seed(),
                disk.map(mounted -> mounted.directory().resolve("team-db")).orElse(null));
        try (Lindedam town = Lindedam.found(home, layout)) {
            town.start();
            Schedule schedule = Schedule.of(order.messages(), order.seed(), possible);
            return new Run(order, schedule, town, leftOut).run(disk.orElse(null), clock.orElse(null));
        } finally {
            if (disk.isPresent()) {
                disk.get().close();
            }
        }
    }

    private record Run(Order order, Schedule schedule, Lindedam town, List<String> leftOut) {

        Report run(SmallDisk disk, FakeClock clock) throws IOException, InterruptedException, ExecutionException {
            String sender = town.school().member().certificateName();
            try (Door school = new Door(town.school().addresses(), town.files(), sender);
                    Door team = new Door(
                            town.team().addresses(),
                            town.files(),
                            town.team().member().certificateName());
                    Door partner = new Door(
                            town.team().addresses(),
                            town.files().certificate(sender, CertificateUse.NODE),
                            town.files().key(sender, CertificateUse.NODE),
                            town.files().ca())) {
                Plan plan = Plan.of(order.messages(), order.seed());
                Load load = new Load(
                        plan, order.seed(), school, town.team().member().organisation());
                Answers answers = new Answers(team, order.seed(), plan.answers(), plan.answered());
                Replay replay = new Replay(town.team().database(), partner);
                Breaker breaker = new Breaker(town, load, replay, disk, clock);
                Observer observer = new Observer(town, school, team);
                observer.watch();
                load.prepare();
                long begin = System.nanoTime();
                load.begin();
                answers.begin();
                breaker.run(schedule, plan.acts().size());
                load.finish(LONGEST_LOAD_SECONDS);
                answers.finish(LONGEST_LOAD_SECONDS);
                Duration under = Duration.ofNanos(System.nanoTime() - begin);
                Duration rest = observer.awaitRest(LONGEST_REST);
                List<Submitted> submitted = new ArrayList<>(load.submitted());
                submitted.addAll(answers.submitted());
                List<String> wrong = new ArrayList<>(load.faults());
                wrong.addAll(answers.faults());
                wrong.addAll(replay.faults());
                Judge.Verdict verdict = new Judge(Lindedam.longestAttempt())
                        .judge(observer.evidence(submitted, load.withdrawals(), wrong));
                List<Duration> oneByOne = breaker.oneByOne();
                return new Report(
                        order,
                        schedule,
                        verdict,
                        breaker.happened(),
                        new Report.Counts(
                                breaker.kills(),
                                breaker.cuts(),
                                load.withdrawals().size(),
                                replay.brought(),
                                school.repeated() + team.repeated(),
                                List.of(
                                        town.school().line().tally(),
                                        town.team().line().tally())),
                        new Report.Times(under, rest, oneByOne),
                        leftOut);
            }
        }
    }
}
