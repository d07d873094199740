package nl.sluis.adapter.partners.csv;

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
 * Reads mapping profiles: YAML 1.1 of plain words, without anchors, aliases and types, at most 256 kB. Nothing of it is ever made
 * into an object: only its tree is looked at.
 */
public final class MappingProfiles {

    /** Largest profile that is read, in characters. */
    public static final int MAX_CHARS = 256 * 1024;

    private static final int MAX_DEPTH = 12;

    private MappingProfiles() {}

    /** A profile, or what is wrong with it. */
    public sealed interface Loaded {

        /** It can be used. */
        record Profile(MappingProfile profile) implements Loaded {}

        /** It cannot; at least one fault. */
        record Faulty(List<ProfileFault> faults) implements Loaded {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * Reads a profile.
     *
     * @param file how faults name it
     */
    public static Loaded read(String file, String text) {
        ProfileFaults faults = new ProfileFaults(file);
        Node root = tree(text, faults);
        if (root != null && faults.none()) {
            plain(root, faults);
        }
        if (root == null || !faults.none()) {
            return new Loaded.Faulty(faults.all());
        }
        MappingProfile profile = new ProfileReading(new YamlMap(root, root, faults)).profile();
        return faults.none() ? new Loaded.Profile(profile) : new Loaded.Faulty(faults.all());
    }

    private static @Nullable Node tree(String text, ProfileFaults faults) {
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
                faults.add(1, 1, "EMPTY", "A profile begins with 'profile: sluis-csv/1'.");
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
