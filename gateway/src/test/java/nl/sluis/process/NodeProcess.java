package nl.sluis.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.sluis.demo.Neighbourhood;
import nl.sluis.demo.Neighbourhood.Member;

/** A node in a process of its own, on its own configuration file and its own database: what {@code ./sluis node} execs. */
public final class NodeProcess {

    /** Far longer than anything takes, so that only what never happens fails. */
    public static final Duration CEILING = Duration.ofSeconds(240);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Path directory;
    private final Path configuration;
    private final NodeDatabase database;
    private final URI health;
    private final Program program;
    private Process process;
    private int starts;

    /**
     * Writes its configuration file; nothing runs yet.
     *
     * @param directory its own
     * @param settings all of them, as in a configuration file
     */
    public NodeProcess(Program program, Path directory, Map<String, Object> settings, NodeDatabase database)
            throws IOException {
        this.program = program;
        this.directory = Files.createDirectories(directory);
        this.database = database;
        this.configuration = directory.resolve("node.yml");
        Files.write(
                configuration,
                settings.entrySet().stream()
                        .map(entry -> "\"" + entry.getKey() + "\": \"" + entry.getValue() + "\"")
                        .toList());
        this.health = URI.create("http://127.0.0.1:" + settings.get("sluis.node.management-port") + "/actuator/health");
    }

    /** A node that runs its own embedded database. */
    static NodeProcess embedded(Program program, Path home, Neighbourhood neighbourhood, Member member)
            throws IOException {
        Path directory = home.resolve(member.certificateName());
        Map<String, Object> settings = neighbourhood.nodes(List.of(member)).getFirst();
        settings.put("sluis.node.database.embedded", directory);
        NodeDatabase database = new NodeDatabase(directory, member.organisation());
        return new NodeProcess(program, directory, settings, database);
    }

    /** Starts it and does not wait. */
    public void launch() throws IOException {
        launch(Map.of());
    }

    /** {@link #start()} with more in the environment of its process, this once. */
    public void start(Map<String, String> environment) throws IOException {
        launch(environment);
        awaitHealthy();
    }

    /** Starts it and stops it again, for the next starts of all nodes to be faster, where that can be done and was not done yet. */
    public void warm() throws IOException {
        program.learn(() -> {
            launch(Map.of(Program.LEARN, "yes"));
            awaitHealthy();
            terminate();
        });
    }

    private void launch(Map<String, String> environment) throws IOException {
        starts++;
        process = program.start(
                directory.resolve("start-" + starts + ".log"),
                environment,
                "node",
                "--config",
                configuration.toString());
    }

    /** Starts it and waits until it is healthy; returns how long that took. */
    public Duration start() throws IOException {
        long begin = System.nanoTime();
        launch();
        awaitHealthy();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Waits until it is healthy. */
    public void awaitHealthy() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            await(database.organisation() + " is healthy")
                    .atMost(CEILING)
                    .pollInterval(LOOK_AGAIN)
                    .untilAsserted(() -> {
                        if (!process.isAlive()) {
                            throw new IllegalStateException("it does not run; it said: " + said());
                        }
                        assertThat(health(client, request))
                                .contains("\"status\":\"UP\"")
                                .doesNotContain("DOWN");
                    });
        }
    }

    /** {@code kill -9}: nothing of it runs any more when this returns, and nothing of it ran a last word. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(CEILING.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    /** {@code kill}: returns its exit code. */
    public int terminate() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(CEILING.toSeconds(), TimeUnit.SECONDS))
                .as("it stops; it said: " + said())
                .isTrue();
        return process.exitValue();
    }

    /** Ends whatever is left of it, the database server too. */
    public void end() throws IOException, InterruptedException {
        killIfRunning();
        database().stopServer();
    }

    /** {@link #kill()} for one that may not run. */
    public void killIfRunning() throws InterruptedException {
        if (process != null && process.isAlive()) {
            kill();
        }
    }

    /** Its configuration file. */
    public Path configuration() {
        return configuration;
    }

    /** Its process. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Its database. */
    public NodeDatabase database() {
        return database;
    }

    /** {@code sluis audit verify} on its configuration. */
    public Program.Ran verifyAudit() throws IOException, InterruptedException {
        return program.run("audit", "verify", "--config", configuration.toString());
    }

    /** {@code sluis restore release} on its configuration. */
    public Program.Ran release() throws IOException, InterruptedException {
        return program.run("restore", "release", "--config", configuration.toString(), "--by", "J-17");
    }

    private String said() {
        try {
            return Files.readString(directory.resolve("start-" + starts + ".log"));
        } catch (IOException e) {
            return "nothing that can be read";
        }
    }

    private static String health(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return "no answer: " + e.getClass().getSimpleName();
        }
    }
}
