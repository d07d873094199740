package nl.sluis.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.chaos.Evidence.Due;
import nl.sluis.chaos.Evidence.Submitted;
import nl.sluis.process.NodeApi;
import tools.jackson.databind.JsonNode;

/** The team: reads its feed as things arrive, and gives some reporters several answers in one thread, one after the other. */
final class Answers implements AutoCloseable {

    private static final int AT_ONCE = 2;
    private static final long LOOK_AGAIN_MILLIS = 200;
    private static final Pattern MARK = Pattern.compile("\\[melding \\d+]");
    private static final String ANSWER = """
            {"senderRole": "REGISSEUR", "persons": [{"ref": "p1", "role": "CHILD"}], "sections": [
              {"id": "afspraak", "subject": "p1", "category": "PLANNING", "lifeDomain": "WOP", "mandatory": true,
               "content": {"type": "planned", "description": "Vaste ophaalafspraak. %s"}}]}""";

    private final Door door;
    private final long seed;
    private final int threads;
    private final Set<String> answered;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(AT_ONCE + 1, Thread.ofVirtual().factory());
    private final Queue<Submitted> submitted = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger over = new AtomicInteger();
    private volatile boolean isClosed;

    /**
     * @param messages how many in all
     * @param answered marks of the reports that are answered, one for each thread
     */
    Answers(Door door, long seed, int messages, Set<String> answered) {
        this.door = door;
        this.seed = seed;
        this.threads = messages / Plan.THREAD;
        this.answered = answered;
    }

    void begin() {
        workers.execute(this::read);
    }

    /** Waits until all answers were given. */
    void finish(long seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (over.get() < threads && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
        if (over.get() < threads) {
            faults.add("answers in " + (threads - over.get()) + " threads could not be given in " + seconds + " s");
        }
        close();
    }

    List<Submitted> submitted() {
        return List.copyOf(submitted);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    private void read() {
        String cursor = "";
        int begun = 0;
        try {
            while (!isClosed && begun < threads) {
                String since = cursor.isEmpty() ? "" : "&since=" + cursor;
                NodeApi.Answer page = door.get("/v1/feed?limit=200" + since, Map.of("Accept", "application/json"));
                for (JsonNode item : page.json().path("items").values()) {
                    if (begun < threads && isAnswered(item)) {
                        int thread = begun++;
                        workers.execute(() -> answer(item.path("id").asString(), thread));
                    }
                }
                cursor = page.text("next");
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_AGAIN_MILLIS));
            }
        } catch (IOException e) {
            faults.add("feed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An answer that says this. */
    static String text(String mark) {
        return ANSWER.formatted(mark);
    }

    private boolean isAnswered(JsonNode item) {
        Matcher mark = MARK.matcher(item.toString());
        return mark.find() && answered.contains(mark.group());
    }

    // The next only when the one before was answered: that is what makes an order
    private void answer(String item, int thread) {
        try {
            for (int place = 0; place < Plan.THREAD; place++) {
                String mark = "[antwoord " + thread + "." + place + "]";
                NodeApi.Answer answer = door.ask(
                        "POST",
                        "/v1/feed/" + item + "/feedback",
                        Map.of("Content-Type", "application/json", "Idempotency-Key", "chaos-" + seed + mark),
                        text(mark).getBytes(StandardCharsets.UTF_8));
                if (answer.status() != 202) {
                    faults.add("answer: status " + answer.status());
                    return;
                }
                submitted.add(new Submitted(answer.text("id"), mark, "", Integer.toString(thread), place, Due.ARRIVES));
            }
        } catch (IOException e) {
            faults.add("answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            over.incrementAndGet();
        }
    }

    @Override
    public void close() {
        isClosed = true;
        workers.shutdownNow();
    }
}
