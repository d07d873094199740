package nl.sluis.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.NodeApplication;
import org.springframework.beans.BeansException;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The nodes of one configuration, each an application context of its own: they share no database, no key and no state. */
public final class RunningNodes implements AutoCloseable {

    private static final String EMBEDDED = "sluis.node.database.embedded";

    private final List<Map<String, Object>> configured = new ArrayList<>();
    private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();
    private final Map<Path, EmbeddedServer> servers = new HashMap<>();

    private RunningNodes() {}

    /**
     * Starts nodes one after the other; returns when all of them answer.
     *
     * @param nodes properties of each, as in a configuration file
     * @throws IOException when an embedded database does not start
     */
    public static RunningNodes start(List<Map<String, Object>> nodes) throws IOException {
        RunningNodes running = new RunningNodes();
        try {
            for (Map<String, Object> node : nodes) {
                running.configured.add(Map.copyOf(node));
                running.contexts.add(running.startOne(node));
            }
            return running;
        } finally {
            if (running.count() < nodes.size()) {
                running.close();
            }
        }
    }

    /** How many run. */
    public int count() {
        return contexts.size();
    }

    /** Stops one node, by its place in the list; its database stays. */
    public void stop(int node) {
        contexts.get(node).close();
    }

    /**
     * Starts a node again that was stopped.
     *
     * @throws IOException when its database does not answer
     */
    public void restart(int node) throws IOException {
        contexts.set(node, startOne(configured.get(node)));
    }

    /**
     * What {@code audit verify} says of a node.
     *
     * @return whether its audit is intact, as far as this node alone can say
     * @throws IOException when its database does not answer
     */
    public boolean auditIsIntact(int node, PrintStream out) throws IOException {
        return AuditCommand.verify(List.of(configured.get(node)), out, out) != ArchiveCommand.BROKEN;
    }

    /** Where the database of a node is, for whoever has the rights of its operator. */
    public String databaseUrl(int node) throws IOException {
        try (NodeDatabase database = NodeDatabase.of(configured.get(node))) {
            return database.url();
        }
    }

    private ConfigurableApplicationContext startOne(Map<String, Object> configured) throws IOException {
        Map<String, Object> properties = new HashMap<>();
        configured.forEach((name, value) -> properties.put(name, value.toString()));
        Object embedded = configured.get(EMBEDDED);
        if (embedded != null) {
            requireDemo(configured);
            properties.put(
                    "sluis.node.database.url",
                    databaseUrl(Path.of(embedded.toString()).toAbsolutePath().normalize(), configured));
            properties.put("sluis.node.database.username", "postgres");
        }
        SpringApplicationBuilder node = new SpringApplicationBuilder(NodeApplication.class)
                .properties(properties)
                .logStartupInfo(false)
                .registerShutdownHook(false);
        try {
            return node.run();
        } catch (BeansException e) {
            throw new ConfigurationFault(fault(e), e);
        }
    }

    private static String fault(RuntimeException e) {
        List<String> lines = StartFaults.of(e);
        if (lines.isEmpty()) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            lines = List.of("the node cannot start: " + root.getClass().getSimpleName());
        }
        return String.join(System.lineSeparator(), lines);
    }

    private String databaseUrl(Path directory, Map<String, Object> node) throws IOException {
        EmbeddedServer server = servers.get(directory);
        if (server == null) {
            server = EmbeddedServer.start(directory);
            servers.put(directory, server);
        }
        return server.url(String.valueOf(node.get("sluis.node.organisation")));
    }

    private static void requireDemo(Map<String, Object> node) {
        if (!"demo".equalsIgnoreCase(String.valueOf(node.get("sluis.node.mode")))) {
            throw new ConfigurationFault(EMBEDDED + ": allowed in demo mode only");
        }
    }

    @Override
    public void close() throws IOException {
        try {
            for (ConfigurableApplicationContext context : contexts.reversed()) {
                context.close();
            }
        } finally {
            for (EmbeddedServer server : servers.values()) {
                server.close();
            }
        }
    }
}
