package nl.sluis.load;

import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Sends at moments that are fixed beforehand, whatever became of the messages before, and looks afterwards when their receipts were recorded: no wait of the
 * driver hides a wait of the nodes (coordinated omission).
 */
final class OpenLoop {

    private static final long LONGEST = Duration.ofMinutes(10).toNanos() / 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Course course;
    private int number;

    OpenLoop(Course course) {
        this.course = course;
    }

    /** One step; returns when all receipts came, or the patience of the run is over. */
    Measured run(int rate, int size, int seconds) throws IOException, InterruptedException {
        int messages = rate * seconds;
        long interval = Duration.ofSeconds(1).toNanos() / rate;
        Histogram accepted = new ConcurrentHistogram(LONGEST, 3);
        AtomicInteger refused = new AtomicInteger();
        Map<UUID, Long> due = new ConcurrentHashMap<>();
        OperatingSystemMXBean self = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long own = self.getProcessCpuTime();
        Usage before = Usage.of(course);
        Instant began = Instant.now().truncatedTo(ChronoUnit.MICROS);
        long zero = System.nanoTime();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < messages; i++) {
                long at = zero + i * interval;
                for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                int which = number++;
                each.execute(() -> {
                    try {
                        UUID id = course.send(which, size);
                        accepted.recordValue(Math.min(LONGEST, (System.nanoTime() - at) / 1000));
                        due.put(id, at - zero);
                    } catch (IOException notAccepted) {
                        if (refused.getAndIncrement() == 0) {
                            System.out.println(course.name() + " refuses: " + notAccepted.getMessage());
                        }
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
        }
        long driver = (self.getProcessCpuTime() - own) / 1_000_000;
        awaitReceipts(began, due.size());
        Usage used = Usage.of(course).since(before);
        Map<UUID, Instant> receipts = course.receipts(began);
        Histogram receipted = new Histogram(LONGEST, 3);
        // The second half of the step: what every message waits alike is no loss of pace, and a queue that grows is
        Instant half = began.plusMillis(seconds * 500L);
        Instant end = began.plusSeconds(seconds);
        int inHalf = 0;
        int lost = 0;
        for (Map.Entry<UUID, Long> one : due.entrySet()) {
            Instant at = receipts.get(one.getKey());
            if (at == null) {
                lost++;
            } else {
                long micros = ChronoUnit.MICROS.between(began, at) - one.getValue() / 1000;
                receipted.recordValue(Math.clamp(micros, 0, LONGEST));
                inHalf += at.isBefore(half) || !at.isBefore(end) ? 0 : 1;
            }
        }
        return new Measured(
                course.name(),
                size,
                rate,
                due.size(),
                refused.get(),
                lost,
                inHalf / (seconds / 2.0),
                accepted,
                receipted,
                used,
                driver);
    }

    private void awaitReceipts(Instant began, int expected) {
        try {
            await().pollInterval(LOOK_AGAIN).atMost(PATIENCE).until(() -> course.receipted(began) >= expected);
        } catch (ConditionTimeoutException never) {
            // What is still missing is counted as lost
        }
    }
}
