package nl.sluis.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What would make a production node less strict than its program is. The framework takes its settings also from environment
 * variables, system properties and an {@code application.yml} in the working directory, where nobody looks for them: one word
 * there would switch certificates off, or put a dump of the memory, keys included, on the network.
 */
public final class Loosened {

    private static final String LEVELS = "logging.level";

    /** These libraries and this class quote what callers sent. */
    private static final Set<String> SILENT = Set.of(
            "ca.uhn.fhir",
            "com.networknt",
            "org.apache.camel",
            "org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver");

    /** Below these levels libraries log what passes them. */
    private static final Set<String> TALKATIVE = Set.of("debug", "trace", "all");

    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("server.ssl.enabled", Set.of("true")),
            Map.entry("server.ssl.bundle", Set.of("node")),
            Map.entry("server.servlet.session.cookie.http-only", Set.of("true")),
            Map.entry("server.servlet.session.cookie.secure", Set.of("true")),
            Map.entry("server.ssl.client-auth", Set.of("want", "need")),
            Map.entry("spring.ssl.bundle.pem.node.options.enabled-protocols", Set.of("tlsv1.3")),
            Map.entry("management.server.address", Set.of("127.0.0.1", "::1", "localhost")),
            Map.entry("management.endpoints.web.exposure.include", Set.of("health", "prometheus")),
            Map.entry("spring.servlet.multipart.enabled", Set.of("false")),
            Map.entry("spring.jmx.enabled", Set.of("false")),
            Map.entry("debug", Set.of("false")),
            Map.entry("trace", Set.of("false")));

    private Loosened() {}

    /** The keys that are less strict than may be, each with what is allowed; never their values. What is absent is as it should be. */
    public static List<String> faults(Environment environment) {
        Binder binder = Binder.get(environment);
        List<String> faults = new ArrayList<>();
        ALLOWED.forEach((key, allowed) -> {
            for (String value : binder.bind(key, Bindable.listOf(String.class)).orElse(List.of())) {
                if (!allowed.contains(value.strip().toLowerCase(Locale.ROOT))) {
                    faults.add(key + ": outside demo mode only "
                            + String.join(", ", allowed.stream().sorted().toList()));
                    return;
                }
            }
        });
        binder.bind(LEVELS, Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .forEach((name, level) -> {
                    String given = level.strip().toLowerCase(Locale.ROOT);
                    if (TALKATIVE.contains(given)
                            || SILENT.contains(name) && !Set.of("off", "false").contains(given)) {
                        faults.add(LEVELS + "." + name + ": outside demo mode it would put content in the log");
                    }
                });
        return faults.stream().sorted().toList();
    }
}
