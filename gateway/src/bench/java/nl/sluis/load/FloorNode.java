package nl.sluis.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A node of the floor: takes a POST by mutual TLS, commits its bytes as one row, and answers. With an address it then sends a receipt there, which is taken the
 * same way. No decision, no sealing, no audit, no feed.
 */
final class FloorNode {

    /** Bytes of a receipt; about those of a signed one of a node. */
    private static final int RECEIPT = 2_048;

    private static final int CONNECTIONS = 20;

    private FloorNode() {}

    /**
     * Runs until it is ended.
     *
     * @param arguments port, JDBC URL, certificate, key, trust, and where receipts go (or nothing)
     */
    public static void main(String... arguments) throws IOException {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(arguments[1]);
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        pool.setMaximumPoolSize(CONNECTIONS);
        JdbcTemplate rows = new JdbcTemplate(new HikariDataSource(pool));
        rows.execute(
                "CREATE TABLE floor (id uuid PRIMARY KEY, content bytea NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp())");
        SSLContext tls = Caller.tls(Path.of(arguments[2]), Path.of(arguments[3]), Path.of(arguments[4]));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .build();
        HttpsServer server = HttpsServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 500);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters own = getSSLContext().getDefaultSSLParameters();
                own.setNeedClientAuth(true);
                parameters.setSSLParameters(own);
            }
        });
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            UUID id = take(exchange, rows);
            if (arguments.length > 5) {
                threads.execute(() -> receipt(client, arguments[5], id));
            }
        });
        server.start();
        System.out.println("ready");
    }

    private static UUID take(HttpExchange exchange, JdbcTemplate rows) throws IOException {
        try (exchange) {
            UUID id = UUID.fromString(exchange.getRequestHeaders().getFirst("Id"));
            byte[] content = exchange.getRequestBody().readAllBytes();
            rows.update("INSERT INTO floor (id, content) VALUES (?, ?)", id, content);
            exchange.sendResponseHeaders(202, -1);
            return id;
        }
    }

    private static void receipt(HttpClient client, String address, UUID id) {
        try {
            client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Id", id.toString())
                            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[RECEIPT]))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException lost) {
            System.out.println("a receipt was lost");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
