package nl.sluis.adapter.partners.oso;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.adapter.source.XmlPlaces;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The tree of a dossier: elements by name, their XPath, and which categories are released. */
final class Dossier {

    private static final Set<String> RELEASED = Set.of("VERPLICHT", "OPTIONEEL");

    private final Element root;
    private final Map<String, String> release = new HashMap<>();

    Dossier(Element root) {
        this.root = root;
        XmlPlaces.number(root);
        Element metadata = child(root, "metadata");
        Element categories = metadata == null ? null : child(metadata, "categorie_uitlevering");
        if (categories != null) {
            children(categories).forEach(category -> release.put(category.getLocalName(), text(category)));
        }
    }

    Element root() {
        return root;
    }

    /** Whether a category may leave: only when the school says so; absence is no release. */
    boolean released(String category) {
        return RELEASED.contains(release.getOrDefault(category, ""));
    }

    /** Whether the receiver cannot do without a category. */
    boolean required(String category) {
        return "VERPLICHT".equals(release.get(category));
    }

    static @Nullable Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .findFirst()
                .orElse(null);
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** The text of a child; null when it is not there or empty. */
    static @Nullable String text(Element parent, String name) {
        Element child = child(parent, name);
        String text = child == null ? "" : text(child);
        return text.isEmpty() ? null : text;
    }

    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue());
            }
        }
        return text.toString().strip();
    }

    static boolean yes(Element parent, String name) {
        String text = text(parent, name);
        return "true".equals(text) || "1".equals(text);
    }

    /** The place of a node, such as {@code /dossier/huidigeschool/leerling/verzorger[2]/achternaam}. */
    static String path(Node node) {
        return XmlPlaces.path(node);
    }
}
