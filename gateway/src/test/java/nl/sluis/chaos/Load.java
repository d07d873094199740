package nl.sluis.chaos;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.sluis.chaos.Evidence.Due;
import nl.sluis.chaos.Evidence.Submitted;
import nl.sluis.chaos.Family.Course;
import nl.sluis.chaos.Plan.Act;
import nl.sluis.process.NodeApi;
import nl.sluis.process.SchoolSystem;

/** The school's own system and the parents: several things at once, in the order of the plan, as far as they are let go on. */
final class Load {

    private static final int AT_ONCE = 6;
    /** Every so many reports are submitted again under their key, as a system does that is not sure. */
    private static final int ASKED_AGAIN = 20;

    private final Plan plan;
    private final long seed;
    private final Door door;
    private final SchoolSystem school;
    private final Semaphore leave = new Semaphore(0);
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final Map<Family, String> consents = new ConcurrentHashMap<>();
    private final Map<String, Instant> withdrawals = new ConcurrentHashMap<>();
    private final Queue<Submitted> submitted = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final ExecutorService workers =
            Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());

    Load(Plan plan, long seed, Door door, String team) {
        this.plan = plan;
        this.seed = seed;
        this.door = door;
        this.school = new SchoolSystem(door, team);
    }

    /** Records what is known beforehand. */
    void prepare() throws IOException, InterruptedException {
        for (Family family : plan.families()) {
            school.knows(family.child());
            String consent = school.consents("sanne", family.child());
            consents.put(family, consent);
            if (family.course() == Course.STEADY || family.course() == Course.WITHDRAWS) {
                school.consents("kerem", family.child());
            }
        }
    }

    /** Begins; nothing is done before {@link #let}. */
    void begin() {
        for (int i = 0; i < AT_ONCE; i++) {
            workers.execute(this::work);
        }
    }

    /** Lets so many more acts be done. */
    void let(int acts) {
        leave.release(acts);
    }

    /** How many acts are over. */
    int done() {
        return done.get();
    }

    /** Waits until everything has been done. */
    void finish(long seconds) throws InterruptedException {
        workers.shutdown();
        if (!workers.awaitTermination(seconds, TimeUnit.SECONDS)) {
            faults.add("not everything could be submitted in " + seconds + " s");
            workers.shutdownNow();
        }
    }

    List<Submitted> submitted() {
        return List.copyOf(submitted);
    }

    /** When the withdrawal for a child was acknowledged. */
    Map<String, Instant> withdrawals() {
        return Map.copyOf(withdrawals);
    }

    /** What went wrong at the school's own side of its node. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    private void work() {
        try {
            while (true) {
                leave.acquire();
                int next = begun.getAndIncrement();
                if (next >= plan.acts().size()) {
                    leave.release();
                    return;
                }
                act(plan.acts().get(next));
                done.incrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void act(Act act) throws InterruptedException {
        try {
            door.turn();
            switch (act) {
                case Act.Report report -> report(report);
                case Act.Withdraw withdraw -> {
                    school.withdraws("sanne", consents.get(withdraw.family()));
                    withdrawals.put(withdraw.family().child().ref(), Instant.now());
                }
                case Act.Consent consent ->
                    school.consents("kerem", consent.family().child());
            }
        } catch (IOException | AssertionError e) {
            faults.add(act.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private void report(Act.Report report) throws IOException, InterruptedException {
        String mark = report.mark();
        Map<String, String> key = Map.of("Idempotency-Key", "chaos-" + seed + "-" + report.n());
        NodeApi.Answer answer = school.reports(report.family().child(), "Viel in slaap in de klas. " + mark, key);
        Due due = switch (report.family().course()) {
            case STEADY, LATE -> Due.ARRIVES;
            case WITHDRAWS -> Due.ARRIVES_OR_STOPS;
            case NEVER -> Due.STAYS;
        };
        submitted.add(
                new Submitted(answer.text("id"), mark, report.family().child().ref(), "", 0, due));
        if (report.n() % ASKED_AGAIN == 0) {
            door.turn();
            NodeApi.Answer again = school.reports(report.family().child(), "Viel in slaap in de klas. " + mark, key);
            if (!again.text("id").equals(answer.text("id"))) {
                faults.add("twice: one key was answered with two messages, " + mark);
            }
        }
    }
}
