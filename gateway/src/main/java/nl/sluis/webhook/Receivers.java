package nl.sluis.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every own system that is told something. */
final class Receivers {

    private final Map<String, Receiver> byName = new LinkedHashMap<>();

    /**
     * All of them.
     *
     * @throws IllegalStateException when two have one name
     */
    Receivers(List<Receiver> webhooks, List<Receiver> others) {
        webhooks.forEach(receiver -> byName.put(receiver.name(), receiver));
        others.forEach(receiver -> {
            if (byName.put(receiver.name(), receiver) != null) {
                throw new IllegalStateException(
                        "sluis.webhooks: none can be named " + receiver.name() + " beside the receiver of that name");
            }
        });
    }

    List<Receiver> all() {
        return List.copyOf(byName.values());
    }

    /** The one of that name; empty when the configuration has none any more. */
    Optional<Receiver> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
