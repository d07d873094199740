package nl.sluis.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.sluis.chaos.Schedule.Planned;
import nl.sluis.process.DatabaseServer;
import nl.sluis.process.NodeProcess;

/** Does the faults of a schedule, one after the other, each in its own part of the load, and mends what it broke. */
final class Breaker {

    private static final double MOSTLY = 0.8;
    private static final double SOMETIMES = 0.05;

    private final Lindedam town;
    private final Load load;
    private final Replay replay;
    private final SmallDisk disk;
    private final FakeClock clock;
    private final List<Happened> happened = new ArrayList<>();
    private int kills;
    private int cuts;

    /**
     * @param disk of the team's database
     * @param clock of the last process of the school's node, while clocks jump
     */
    Breaker(Lindedam town, Load load, Replay replay, SmallDisk disk, FakeClock clock) {
        this.town = town;
        this.load = load;
        this.replay = replay;
        this.disk = disk;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param atAct after how many acts of the load
     * @param recoveries from the start of each process that was killed until it was healthy
     */
    record Happened(Planned planned, int atAct, Duration took, List<Duration> recoveries) {}

    List<Happened> happened() {
        return List.copyOf(happened);
    }

    int kills() {
        return kills;
    }

    int cuts() {
        return cuts;
    }

    /** Goes through a schedule; the load is let go on part by part, so that each fault meets work. */
    void run(Schedule schedule, int acts) throws IOException, InterruptedException {
        int part = Math.max(1, acts / (schedule.faults().size() + 1));
        trouble(SOMETIMES);
        load.let(part);
        for (int i = 0; i < schedule.faults().size(); i++) {
            Planned planned = schedule.faults().get(i);
            awaitDone((i + 1) * part);
            load.let(part);
            pause(planned.afterMillis());
            long begin = System.nanoTime();
            int at = load.done();
            List<Duration> recoveries = strike(planned);
            happened.add(new Happened(planned, at, Duration.ofNanos(System.nanoTime() - begin), recoveries));
        }
        load.let(acts);
    }

    /** Kills each process of both nodes once, when all is at rest: what recovery takes where one thing is broken. */
    List<Duration> oneByOne() throws IOException, InterruptedException {
        List<Duration> recoveries = new ArrayList<>();
        for (Lindedam.Organisation organisation : List.of(town.school(), town.team())) {
            for (NodeProcess process : organisation.processes()) {
                recoveries.addAll(killed(List.of(process), 0));
            }
        }
        return recoveries;
    }

    private List<Duration> strike(Planned planned) throws IOException, InterruptedException {
        List<NodeProcess> senders = town.school().processes();
        NodeProcess sender = senders.get(planned.which() % senders.size());
        return switch (planned.fault()) {
            case KILL_SENDER_REPLICA -> killed(List.of(sender), 0);
            case KILL_SENDER -> killed(senders, planned.lastsMillis());
            case KILL_RECEIVER -> killed(town.team().processes(), planned.lastsMillis());
            case KILL_SENDER_DATABASE -> killed(town.school().server(), planned);
            case KILL_RECEIVER_DATABASE -> killed(town.team().server(), planned);
            case CUT_LINES -> cut(planned);
            case TROUBLED_LINES -> troubled(planned);
            case ROLL_SENDER_REPLICA -> {
                sender.terminate();
                yield List.of(sender.start());
            }
            case REPLAY_ENVELOPES -> {
                replay.bringAgain();
                yield List.of();
            }
            case CLOCK_JUMPS -> jump(planned);
            case DISK_FULL -> full(planned);
        };
    }

    private List<Duration> killed(List<NodeProcess> processes, int down) throws IOException, InterruptedException {
        for (NodeProcess process : processes) {
            process.kill();
            kills++;
        }
        pause(down);
        long begin = System.nanoTime();
        for (NodeProcess process : processes) {
            process.launch();
        }
        List<Duration> recoveries = new ArrayList<>();
        for (NodeProcess process : processes) {
            process.awaitHealthy();
            recoveries.add(Duration.ofNanos(System.nanoTime() - begin));
        }
        return recoveries;
    }

    private List<Duration> killed(DatabaseServer server, Planned planned) throws IOException, InterruptedException {
        server.kill();
        kills++;
        pause(planned.lastsMillis());
        return List.of(started(server));
    }

    // Until the nodes that use it are healthy again too: they have to find their connections dead
    private Duration started(DatabaseServer server) throws IOException {
        long begin = System.nanoTime();
        server.start();
        Lindedam.Organisation owner = server == town.school().server() ? town.school() : town.team();
        owner.processes().forEach(NodeProcess::awaitHealthy);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private List<Duration> cut(Planned planned) {
        for (FaultyLine line : lines()) {
            line.cut();
            cuts++;
        }
        pause(2 * planned.lastsMillis());
        lines().forEach(FaultyLine::mend);
        return List.of();
    }

    private List<Duration> troubled(Planned planned) {
        trouble(MOSTLY);
        pause(3 * planned.lastsMillis());
        trouble(SOMETIMES);
        return List.of();
    }

    private List<Duration> jump(Planned planned) throws IOException, InterruptedException {
        NodeProcess process = town.school().processes().getLast();
        int hours = 2 + planned.which() % 5;
        clock.set(0);
        process.terminate();
        process.start(clock.environment());
        for (int offset : new int[] {hours, -hours, 0}) {
            clock.set(offset);
            pause(planned.lastsMillis() + 1_500);
        }
        return killed(List.of(process), 0);
    }

    private List<Duration> full(Planned planned) throws IOException, InterruptedException {
        disk.fill();
        pause(2 * planned.lastsMillis());
        disk.free();
        DatabaseServer server = town.team().server();
        // PostgreSQL stops when it cannot write its log; when it could, it still runs
        if (server.isRunning()) {
            town.team().processes().forEach(NodeProcess::awaitHealthy);
            return List.of();
        }
        return List.of(started(server));
    }

    private void trouble(double part) {
        lines().forEach(line -> line.trouble(part));
    }

    private List<FaultyLine> lines() {
        return List.of(town.school().line(), town.team().line());
    }

    private void awaitDone(int acts) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        while (load.done() < acts - 8 && System.nanoTime() < end) {
            pause(20);
        }
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
