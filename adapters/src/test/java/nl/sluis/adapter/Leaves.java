package nl.sluis.adapter;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every leaf of a document in the notation of its format, found without the reader under test. */
public final class Leaves {

    private Leaves() {}

    /** JSON pointers (RFC 6901). */
    public static List<String> jsonPointers(String json) {
        List<String> leaves = new ArrayList<>();
        pointers(new JsonMapper().readTree(json), "", leaves);
        return leaves;
    }

    private static void pointers(JsonNode node, String at, List<String> leaves) {
        if (node.isValueNode()) {
            leaves.add(at);
        }
        node.properties().forEach(field -> pointers(field.getValue(), at + "/" + field.getKey(), leaves));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            pointers(node.get(i), at + "/" + i, leaves);
        }
    }

    /** FHIRPaths of FHIR JSON; an underscored name is the same element with its extensions. */
    public static List<String> fhirPaths(String json) {
        JsonNode root = new JsonMapper().readTree(json);
        List<String> leaves = new ArrayList<>();
        paths(root, root.path("resourceType").asString(), leaves);
        return leaves;
    }

    private static void paths(JsonNode node, String at, List<String> leaves) {
        if (node.isValueNode()) {
            leaves.add(at);
        }
        node.properties().forEach(field -> {
            String name = field.getKey().startsWith("_") ? field.getKey().substring(1) : field.getKey();
            if (name.equals("resourceType") || (name.equals("url") && at.contains("extension["))) {
                return;
            }
            if (field.getValue().isArray()) {
                for (int i = 0; i < field.getValue().size(); i++) {
                    paths(field.getValue().get(i), at + "." + name + "[" + i + "]", leaves);
                }
            } else {
                paths(field.getValue(), at + "." + name, leaves);
            }
        });
    }

    /** XPaths of elements without elements, with a position where a name repeats. */
    public static List<String> xpaths(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        Element root = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
        List<String> leaves = new ArrayList<>();
        xpaths(root, "/" + root.getLocalName(), leaves);
        return leaves;
    }

    private static void xpaths(Element element, String at, List<String> leaves) {
        Map<String, Integer> total = new TreeMap<>();
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
                total.merge(child.getLocalName(), 1, Integer::sum);
            }
        }
        if (children.isEmpty()) {
            leaves.add(at);
        }
        Map<String, Integer> seen = new TreeMap<>();
        for (Element child : children) {
            String name = child.getLocalName();
            int position = seen.merge(name, 1, Integer::sum);
            xpaths(child, at + "/" + name + (total.get(name) > 1 ? "[" + position + "]" : ""), leaves);
        }
    }
}
