package nl.sluis.adapter.source;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;

/** The places of nodes in a tree of XML. A node keeps its own position only: whole paths are made when they are asked for. */
public final class XmlPlaces {

    private static final String POSITION = "position";

    private XmlPlaces() {}

    /** Numbers what has a twin beside it. Once for the whole tree: counting for each node apart would take quadratic time. */
    public static void number(Node parent) {
        Map<String, Integer> total = new HashMap<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            total.merge(step(node), 1, Integer::sum);
        }
        Map<String, Integer> seen = new HashMap<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            String step = step(node);
            int position = seen.merge(step, 1, Integer::sum);
            if (total.getOrDefault(step, 1) > 1) {
                node.setUserData(POSITION, position, null);
            }
            number(node);
        }
    }

    /** The place of a node of a numbered tree, such as {@code /object/betreft/gerelateerde[2]}; a slash when there is none. */
    public static String path(@Nullable Node node) {
        StringBuilder path = new StringBuilder();
        for (Node at = node; at != null && at.getNodeType() != Node.DOCUMENT_NODE; at = at.getParentNode()) {
            Object position = at.getUserData(POSITION);
            path.insert(0, "/" + step(at) + (position == null ? "" : "[" + position + "]"));
        }
        return path.isEmpty() ? "/" : path.toString();
    }

    private static String step(Node node) {
        return switch (node.getNodeType()) {
            case Node.ELEMENT_NODE -> node.getLocalName();
            case Node.COMMENT_NODE -> "comment()";
            case Node.PROCESSING_INSTRUCTION_NODE -> "processing-instruction()";
            default -> "text()";
        };
    }
}
