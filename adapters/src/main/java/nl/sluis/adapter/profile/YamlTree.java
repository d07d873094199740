package nl.sluis.adapter.profile;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The tree of a profile: YAML 1.1 of plain words, without anchors, aliases and types, at most 256 kB. Nothing of it is ever made into
 * an object.
 */
public final class YamlTree {

    /** Largest profile that is read, in characters. */
    public static final int MAX_CHARS = 256 * 1024;

    private static final int MAX_DEPTH = 12;

    private YamlTree() {}

    /**
     * The root; null with a fault when there is none.
     *
     * @param begins how a file of this sort begins, for the fault of one that is empty
     */
    public static @Nullable YamlMap read(String text, String begins, ProfileFaults faults) {
        Node root = tree(text, begins, faults);
        if (root != null && faults.none()) {
            plain(root, faults);
        }
        return root == null || !faults.none() ? null : new YamlMap(root, root, faults);
    }

    private static @Nullable Node tree(String text, String begins, ProfileFaults faults) {
        if (text.length() > MAX_CHARS) {
            faults.add(1, 1, "TOO_LARGE", "A profile has at most 262,144 characters.");
            return null;
        }
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(1);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(MAX_CHARS);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (!(root instanceof MappingNode)) {
                faults.add(1, 1, "EMPTY", "A profile begins with '" + begins + "'.");
                return null;
            }
            return root;
        } catch (MarkedYAMLException broken) {
            Mark at = broken.getProblemMark();
            int line = at == null ? 1 : at.getLine() + 1;
            int column = at == null ? 1 : at.getColumn() + 1;
            faults.add(line, column, "NOT_YAML", "This is no YAML: " + broken.getProblem() + ".");
        } catch (YAMLException unreadable) {
            faults.add(
                    1, 1, "NOT_YAML", "This is no YAML, nested too deep, or has characters that YAML does not allow.");
        }
        return null;
    }

    /** No anchor and no type anywhere: a profile says what it says where it says it. */
    private static void plain(Node root, ProfileFaults faults) {
        Deque<Node> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Node node = open.pop();
            boolean typed = node instanceof ScalarNode
                    ? !node.getTag().startsWith(Tag.PREFIX) || node.getTag().equals(Tag.MERGE)
                    : !node.getTag().equals(Tag.MAP) && !node.getTag().equals(Tag.SEQ);
            if (node.getAnchor() != null || typed) {
                faults.add(node, "NOT_PLAIN", "Anchors, aliases and types are not used in a profile.");
                return;
            }
            if (node instanceof MappingNode mapping) {
                for (NodeTuple pair : mapping.getValue()) {
                    open.push(pair.getKeyNode());
                    open.push(pair.getValueNode());
                }
            } else if (node instanceof SequenceNode sequence) {
                sequence.getValue().forEach(open::push);
            }
        }
    }
}
