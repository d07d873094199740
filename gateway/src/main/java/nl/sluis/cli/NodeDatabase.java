package nl.sluis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The database of one node, for a command that looks at it. An embedded one is used as it runs, or started and stopped again.
 *
 * @param started the embedded server that was started for this; null when there was none to start
 */
record NodeDatabase(
        String url,
        String username,
        String password,
        @Nullable EmbeddedServer started) implements AutoCloseable {

    static NodeDatabase of(Map<String, Object> node) throws IOException {
        Object embedded = node.get("sluis.node.database.embedded");
        if (embedded == null) {
            return new NodeDatabase(
                    text(node, "sluis.node.database.url"),
                    text(node, "sluis.node.database.username"),
                    text(node, "sluis.node.database.password"),
                    null);
        }
        Path directory = Path.of(embedded.toString());
        String name = text(node, "sluis.node.organisation");
        Optional<String> running = EmbeddedServer.runningUrl(directory, name);
        if (running.isPresent()) {
            return new NodeDatabase(running.get(), "postgres", "postgres", null);
        }
        EmbeddedServer server = EmbeddedServer.start(directory);
        return new NodeDatabase(server.url(name), "postgres", "postgres", server);
    }

    @Override
    public void close() throws IOException {
        if (started != null) {
            started.close();
        }
    }

    private static String text(Map<String, Object> node, String key) {
        return String.valueOf(node.getOrDefault(key, ""));
    }
}
