package nl.sluis.feed;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Sends the feed as server-sent events: what is there, and then what comes. Each event carries the cursor after its item as its
 * id, so a reader that reconnects with {@code Last-Event-ID} misses nothing and gets nothing twice.
 */
public final class FeedStream {

    private static final Logger LOG = LoggerFactory.getLogger(FeedStream.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final FeedReads feed;
    private final FeedSignal signal;
    private final Duration heartbeat;
    private final Duration longest;

    FeedStream(FeedReads feed, FeedSignal signal, Duration heartbeat, Duration longest) {
        this.longest = longest;
        this.feed = feed;
        this.signal = signal;
        this.heartbeat = heartbeat;
    }

    /**
     * Answers a request until the reader leaves, the node stops, or the stream has lasted its longest time: whoever comes back is
     * looked at anew, so that a session or a certificate that ended does not read on. Holds the calling thread, a virtual one.
     *
     * @param query where to begin; its limit is how many items are read at a time
     * @param rendering the data of one event
     */
    public void write(FeedQuery query, Function<FeedItem, String> rendering, HttpServletResponse response) {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // Proxies that gather answers before passing them on let this one through.
        response.setHeader("X-Accel-Buffering", "no");
        try {
            OutputStream out = response.getOutputStream();
            send(out, "retry: " + RETRY.toMillis() + "\n\n");
            follow(query, rendering, out);
        } catch (IOException e) {
            LOG.debug("a reader of the feed left");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(FeedQuery query, Function<FeedItem, String> rendering, OutputStream out)
            throws IOException, InterruptedException {
        Cursor cursor = query.since();
        long began = System.nanoTime();
        while (!signal.closed() && System.nanoTime() - began < longest.toNanos()) {
            long seen = signal.count();
            Optional<FeedPage> page = read(query.from(cursor));
            if (page.isPresent()) {
                send(out, page.get(), rendering);
                cursor = page.get().next();
            }
            if (page.map(FeedPage::size).orElse(0) < query.limit()) {
                signal.await(seen, page.isPresent() ? heartbeat : RETRY);
                if (signal.count() == seen) {
                    send(out, ":\n\n");
                }
            }
        }
    }

    private static void send(OutputStream out, FeedPage page, Function<FeedItem, String> rendering) throws IOException {
        for (FeedItem item : page.items()) {
            send(out, event(item.cursor(), "item", rendering.apply(item)));
        }
        for (Unreadable item : page.unreadable()) {
            send(out, event(page.next(), "unreadable", item.id().toString()));
        }
    }

    /** Empty while the database is away, which does not end the stream; what cannot be written down is not sent. */
    private Optional<FeedPage> read(FeedQuery query) {
        try {
            return Optional.of(feed.page(query));
        } catch (DataAccessException e) {
            LOG.warn("the feed cannot be read now ({})", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static String event(Cursor cursor, String sort, String data) {
        StringBuilder event = new StringBuilder("id: ")
                .append(cursor)
                .append("\nevent: ")
                .append(sort)
                .append('\n');
        data.lines().forEach(line -> event.append("data: ").append(line).append('\n'));
        return event.append('\n').toString();
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
