package nl.sluis.adapter.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import nl.sluis.adapter.Completeness;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.Ledger.Fate;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A tree of XML while it is read: elements by local name, the place of each, and the account of what was read. Whatever nobody
 * asked for is in the account as not understood, so a reader cannot forget a part.
 */
public final class XmlTree {

    private final Element root;
    private final Ledger ledger = new Ledger();
    private final Set<Node> noted = new HashSet<>();
    private final List<Violation> faults = new ArrayList<>();

    /** Takes a document that {@link StrictXml} read. */
    public XmlTree(Element root) {
        this.root = root;
        XmlPlaces.number(root);
    }

    /** The root. */
    public Element root() {
        return root;
    }

    /** The first element at the end of some steps down, each a local name; null when there is none. */
    public static @Nullable Element at(@Nullable Element from, String... steps) {
        Element found = from;
        for (String step : steps) {
            List<Element> next = found == null ? List.of() : children(found, step);
            found = next.isEmpty() ? null : next.get(0);
        }
        return found;
    }

    /** The children with a local name. */
    public static List<Element> children(@Nullable Element parent, String name) {
        return children(parent).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .toList();
    }

    /** All children that are elements. */
    public static List<Element> children(@Nullable Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** Its own text, without blanks around it; null when there is none or the element is said to be nil. */
    public static @Nullable String text(@Nullable Element element) {
        if (element == null
                || "true".equals(element.getAttributeNS(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "nil"))) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue());
            }
        }
        String stripped = text.toString().strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** An attribute without a namespace; null when it is absent or empty. */
    public static @Nullable String attribute(@Nullable Element element, String name) {
        String value = element == null ? "" : element.getAttribute(name);
        return value.isBlank() ? null : value;
    }

    /** The text at the end of some steps, which counts as understood from now on. */
    public @Nullable String take(@Nullable Element from, String... steps) {
        Element found = at(from, steps);
        if (found != null) {
            note(found, Fate.MAPPED);
        }
        return text(found);
    }

    /** The text of each child with a name; each counts as understood. */
    public List<String> takeAll(@Nullable Element parent, String name) {
        List<String> texts = new ArrayList<>();
        for (Element child : children(parent, name)) {
            note(child, Fate.MAPPED);
            String text = text(child);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Says what became of an element and all that is in it; the first word counts. */
    public void note(@Nullable Element element, Fate fate) {
        if (element != null && noted.add(element)) {
            ledger.note(path(element), fate);
        }
    }

    /** Says that an element is wrong: {@link #translation} will be none. The message shows no value. */
    public void fault(Element element, String code, String message) {
        faults.add(new Violation(path(element), code, message));
    }

    /** The draft with the account, or every fault that was found. */
    public Translation translation(Draft draft) {
        return faults.isEmpty()
                ? new Translation.Translated(draft, completeness())
                : new Translation.Untranslatable(faults);
    }

    /** The place of a node, such as {@code /object/betreft/gerelateerde[2]}. */
    public static String path(@Nullable Node node) {
        return XmlPlaces.path(node);
    }

    /** The account; whatever was not noted is not understood. */
    public Completeness completeness() {
        rest(root);
        return ledger.completeness();
    }

    private void rest(Element element) {
        if (noted.contains(element)) {
            return;
        }
        boolean leaf = children(element).isEmpty();
        if (leaf) {
            ledger.note(path(element), Fate.NOT_UNDERSTOOD);
            return;
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            boolean words = node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE;
            if (node instanceof Element child) {
                rest(child);
            } else if (!words || !node.getNodeValue().isBlank()) {
                ledger.note(path(node), Fate.NOT_UNDERSTOOD);
            }
        }
    }
}
