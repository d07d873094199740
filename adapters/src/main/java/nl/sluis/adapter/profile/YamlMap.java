package nl.sluis.adapter.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a profile, read strictly: what nobody asks for is a fault, as is a key that occurs twice. */
public final class YamlMap {

    private static final int LONGEST_WORD = 500;

    private final Node node;
    private final ProfileFaults faults;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    /**
     * Looks at a node.
     *
     * @param given the mapping; null for an empty one
     * @param around where a fault is named when there is no mapping
     */
    public YamlMap(@Nullable Node given, Node around, ProfileFaults faults) {
        this.node = given == null ? around : given;
        this.faults = faults;
        if (!(given instanceof MappingNode mapping)) {
            if (given != null) {
                faults.add(given, "WRONG_TYPE", "Here keys with values are needed, such as 'name: value'.");
            }
            return;
        }
        for (NodeTuple pair : mapping.getValue()) {
            String key = word(pair.getKeyNode());
            if (key != null && values.put(key, pair.getValueNode()) != null) {
                faults.add(pair.getKeyNode(), "DUPLICATE_KEY", "'" + key + "' stands here twice.");
            }
            if (key != null) {
                keys.put(key, pair.getKeyNode());
            }
        }
    }

    /** The mapping, or what is around it. */
    public Node node() {
        return node;
    }

    /** Where faults go. */
    public ProfileFaults faults() {
        return faults;
    }

    /** Its keys, in their order. */
    public Set<String> names() {
        return values.keySet();
    }

    /** Where the name of a key stands. */
    public Node key(String name) {
        return keys.getOrDefault(name, node);
    }

    /** The value of a key, which counts as asked for; null when it is not there. */
    public @Nullable Node get(String key) {
        asked.add(key);
        return values.get(key);
    }

    /** The value of a key; a fault when it is not there. */
    public @Nullable Node required(String key) {
        Node value = get(key);
        if (value == null) {
            faults.add(node, "REQUIRED", "'" + key + "' is missing here.");
        }
        return value;
    }

    /** A mapping below this one; an empty one when it is not there. */
    public YamlMap map(String key) {
        return new YamlMap(get(key), node, faults);
    }

    /** A single word or text; null when the key is not there, or a fault was named. */
    public @Nullable String text(String key) {
        Node value = get(key);
        return value == null ? null : word(value);
    }

    /** As {@link #text}; empty with a fault when it is not there. */
    public String requiredText(String key) {
        Node value = required(key);
        String text = value == null ? null : word(value);
        return text == null ? "" : text;
    }

    /** Words one below the other, or a single one. */
    public List<String> words(String key) {
        Node value = get(key);
        return value == null ? List.of() : words(value);
    }

    /** The words of a list, or a single one. */
    public List<String> words(Node value) {
        List<String> words = new ArrayList<>();
        List<Node> nodes = value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
        for (Node each : nodes) {
            String word = word(each);
            if (word != null) {
                words.add(word);
            }
        }
        return words;
    }

    /** {@code yes} or {@code no}; the other word when the key is not there. */
    public boolean flag(String key, boolean otherwise) {
        Node value = get(key);
        String word = value == null ? null : word(value);
        if (value == null || word == null) {
            return otherwise;
        }
        boolean yes = word.equals("yes") || word.equals("true");
        if (!yes && !word.equals("no") && !word.equals("false")) {
            faults.add(value, "WRONG_FORM", "yes or no is needed here.");
        }
        return yes;
    }

    /** The text of a scalar, as written; null with a fault when it is none. */
    public @Nullable String word(Node value) {
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            String text = scalar.getValue().strip();
            if (text.length() <= LONGEST_WORD && text.chars().noneMatch(Character::isISOControl)) {
                return text;
            }
        }
        faults.add(value, "WRONG_TYPE", "A single word or text is needed here.");
        return null;
    }

    /** Names every key that nobody asked for. */
    public void done() {
        for (String name : values.keySet()) {
            if (!asked.contains(name)) {
                faults.add(
                        key(name),
                        "UNKNOWN_KEY",
                        "'" + name + "' is not known here" + Nearest.to(name, asked) + dot(name));
            }
        }
    }

    private String dot(String name) {
        return Nearest.to(name, asked).isEmpty() ? "; known are: " + String.join(", ", asked) + "." : "";
    }
}
