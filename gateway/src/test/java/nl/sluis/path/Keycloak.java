package nl.sluis.path;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/** Keycloak's own distribution as a process on loopback, with a realm in which people have a password and an authenticator. */
final class Keycloak implements AutoCloseable {

    /** The password of everybody in the realm. */
    static final String PASSWORD = "only-in-tests";

    private static final String OTP = "in-the-app-of-tests";
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);
    private static final int PERIOD_SECONDS = 30;
    private static final int SIX_DIGITS = 1_000_000;

    private final Path home;
    private final int port;
    private Process process;

    /** @param home where the distribution was unpacked; the realm and the database of an earlier run are replaced */
    Keycloak(Path home) throws IOException {
        this.home = home;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    String issuer() {
        return "http://localhost:" + port + "/realms/lindedam";
    }

    /** Starts it, and waits until it answers. */
    void start(URI node) throws IOException {
        FileSystemUtils.deleteRecursively(home.resolve("data"));
        Path realm = home.resolve("data/import/lindedam-realm.json");
        Files.createDirectories(realm.getParent());
        try (InputStream template =
                Objects.requireNonNull(Keycloak.class.getResourceAsStream("/keycloak/realm.json"))) {
            String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(realm, text.replace("NODE", node.toString()).replace("OTP-SECRET", OTP));
        }
        Path log = home.resolve("data/start.log");
        ProcessBuilder start = new ProcessBuilder(
                        "/bin/sh",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--cache=local")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        start.environment().put("JAVA_HOME", System.getProperty("java.home"));
        start.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        process = start.start();
        Awaitility.await("Keycloak; see " + log)
                .atMost(STARTS_WITHIN)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !process.isAlive() || answers());
        if (!process.isAlive()) {
            throw new IllegalStateException("Keycloak stopped: " + Files.readString(log));
        }
    }

    private boolean answers() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                                    HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What an authenticator shows at that moment (RFC 6238, HMAC-SHA-1, six digits, thirty seconds). */
    static String code(Instant now) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(OTP.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(now.getEpochSecond() / PERIOD_SECONDS)
                    .array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % SIX_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive());
    }
}
