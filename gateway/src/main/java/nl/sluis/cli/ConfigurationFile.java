package nl.sluis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/**
 * A configuration file: what stands under {@code nodes[i]} belongs to that node, everything else to all of them. A file without
 * {@code nodes} is one node.
 */
final class ConfigurationFile {

    private static final String NODES = "nodes[";

    private ConfigurationFile() {}

    /**
     * The properties of each node.
     *
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when it is no YAML mapping
     */
    static List<Map<String, Object>> read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("cannot be read");
        }
        Map<String, Object> all = new LinkedHashMap<>();
        for (PropertySource<?> document : new YamlPropertySourceLoader().load("sluis", new FileSystemResource(file))) {
            if (document instanceof OriginTrackedMapPropertySource map) {
                for (String name : map.getPropertyNames()) {
                    Object value = map.getProperty(name);
                    all.put(name, value == null ? "" : value);
                }
            }
        }
        return split(all);
    }

    private static List<Map<String, Object>> split(Map<String, Object> all) {
        Map<String, Object> common = new LinkedHashMap<>();
        Map<Integer, Map<String, Object>> own = new TreeMap<>();
        all.forEach((name, value) -> {
            int end = name.indexOf("].");
            if (name.startsWith(NODES) && end > 0) {
                int index = Integer.parseInt(name.substring(NODES.length(), end));
                own.computeIfAbsent(index, i -> new LinkedHashMap<>()).put(name.substring(end + 2), value);
            } else {
                common.put(name, value);
            }
        });
        List<Map<String, Object>> nodes = new ArrayList<>();
        for (Map<String, Object> node : own.isEmpty() ? List.of(new LinkedHashMap<String, Object>()) : own.values()) {
            Map<String, Object> merged = new LinkedHashMap<>(common);
            merged.putAll(node);
            nodes.add(merged);
        }
        return nodes;
    }

    /** Binds settings of one node as its start would do. */
    static Binder binder(Map<String, Object> node) {
        StandardEnvironment environment = new StandardEnvironment();
        Map<String, Object> strings = new LinkedHashMap<>();
        node.forEach((name, value) -> strings.put(name, value.toString()));
        environment.getPropertySources().addFirst(new MapPropertySource("file", strings));
        return Binder.get(environment);
    }
}
