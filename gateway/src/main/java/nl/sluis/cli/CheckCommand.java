package nl.sluis.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** {@code ./sluis check}: validates a configuration without starting it. */
final class CheckCommand {

    private CheckCommand() {}

    /** 0 when every node of the file could start, 1 when a key is at fault; each fault is a line. */
    static int run(Path file, PrintStream out, PrintStream err) throws IOException {
        int faults = 0;
        List<Map<String, Object>> nodes = ConfigurationFile.read(file);
        for (int i = 0; i < nodes.size(); i++) {
            StandardEnvironment environment = new StandardEnvironment();
            environment.getPropertySources().addFirst(new MapPropertySource("file", strings(nodes.get(i))));
            for (String fault : ConfigurationCheck.faults(environment)) {
                err.println((nodes.size() == 1 ? "" : "nodes[" + i + "].") + fault);
                faults++;
            }
            if (faults == 0) {
                ConfigurationCheck.notes(environment).forEach(out::println);
            }
        }
        if (faults == 0) {
            out.println(nodes.size() + " node(s), no fault");
        }
        return faults == 0 ? 0 : 1;
    }

    private static Map<String, Object> strings(Map<String, Object> node) {
        Map<String, Object> strings = new LinkedHashMap<>();
        node.forEach((name, value) -> strings.put(name, value.toString()));
        return strings;
    }
}
