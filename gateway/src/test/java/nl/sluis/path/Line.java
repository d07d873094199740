package nl.sluis.path;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The line between two nodes: passes on what it gets, unless it is cut; what came is remembered while it is cut. */
final class Line implements AutoCloseable {

    private final HttpsServer server;
    private final Http onward;
    private final List<Passed> held = new CopyOnWriteArrayList<>();
    private final Map<String, Passed> heard = new ConcurrentHashMap<>();
    private volatile boolean isListening;
    private volatile boolean isCut;
    private volatile @Nullable Answering instead;
    private volatile Predicate<String> where = path -> true;
    private volatile String withheld = "";

    private Line(HttpsServer server, Http onward) {
        this.server = server;
        this.onward = onward;
    }

    /** An envelope as it went over the line. */
    @SuppressWarnings("ArrayRecordComponent") // sent again as it is
    record Passed(String messageId, String form, byte[] envelope) {

        Map<String, String> headers() {
            return Map.of("Content-Type", "application/cms", "Sluis-Message-Id", messageId, "Sluis-Form", form);
        }
    }

    /**
     * Opens it.
     *
     * @param shown the certificate of the node at the far end
     * @param onward passes on, with the certificate of the node at the near end
     */
    static Line open(URI far, Tls shown, Http onward) throws IOException {
        if (!onward.address().equals(far)) {
            throw new IllegalArgumentException("the line leads elsewhere");
        }
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(shown.context()));
        Line line = new Line(server, onward);
        server.createContext("/v1/exchange", line::pass);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return line;
    }

    String address() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    /** What the far end says in place of what it would. */
    interface Answering {
        /** Answers, or does not; the exchange is closed afterwards. */
        void to(HttpExchange exchange) throws IOException;
    }

    /** Passes nothing on from now on, and answers this itself. */
    void answer(Answering answering) {
        answer(path -> true, answering);
    }

    /** Answers this itself from now on where the path is such, and passes on the rest. */
    void answer(Predicate<String> paths, Answering answering) {
        where = paths;
        instead = answering;
    }

    /** Answers 503 from now on, and remembers what came. */
    void cut() {
        held.clear();
        isCut = true;
    }

    void mend() {
        isListening = false;
        heard.clear();
        isCut = false;
        instead = null;
        withheld = "";
    }

    /** Passes on everything but envelopes of this form, to which it answers 503. */
    void withhold(String form) {
        mend();
        withheld = form;
    }

    /** Remembers from now on what it passes on. */
    void listen() {
        isListening = true;
    }

    /** The envelope of a message as it was passed on last. */
    Passed heard(String messageId) {
        return Objects.requireNonNull(heard.get(messageId), "it has not passed");
    }

    /** What came while it was cut, oldest first. */
    List<Passed> held() {
        return List.copyOf(held);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            Passed passed = new Passed(
                    exchange.getRequestHeaders().getFirst("Sluis-Message-Id"),
                    exchange.getRequestHeaders().getFirst("Sluis-Form"),
                    exchange.getRequestBody().readAllBytes());
            Answering answering = instead;
            if (answering != null && where.test(exchange.getRequestURI().getPath())) {
                answering.to(exchange);
                return;
            }
            if (withheld.equals(passed.form())) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            if (isCut) {
                held.add(passed);
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            if (isListening && passed.messageId() != null) {
                heard.put(passed.messageId(), passed);
            }
            Http.Reply reply = passed.messageId() == null
                    ? onward.send(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            Map.of("Content-Type", "application/cms"),
                            passed.envelope())
                    : onward.send("POST", "/v1/exchange", passed.headers(), passed.envelope());
            if (!reply.nextChunk().isEmpty()) {
                exchange.getResponseHeaders().set("Sluis-Next-Chunk", reply.nextChunk());
                exchange.sendResponseHeaders(reply.status(), -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", reply.mediaType());
            exchange.sendResponseHeaders(reply.status(), reply.bytes().length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(reply.bytes());
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
