package nl.sluis.adapter.partners.oso;

import java.util.function.Consumer;
import org.w3c.dom.Attr;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ProcessingInstruction;

/**
 * A block of a dossier as text. Files, comments and processing instructions stay out: nobody can see in them of whom and of which
 * category they are, and a comment is not meant for the reader at all.
 */
final class Fragment {

    static final String MEDIA_TYPE = "application/xml;profile=oso-fragment";
    private static final String FILE = "bestandsinhoud";

    private final StringBuilder text = new StringBuilder();
    private final Consumer<Node> leftOut;

    private Fragment(Consumer<Node> leftOut) {
        this.leftOut = leftOut;
    }

    static String of(Element block, Consumer<Node> leftOut) {
        Fragment fragment = new Fragment(leftOut);
        fragment.element(block, true);
        return fragment.text.toString();
    }

    private void element(Element element, boolean top) {
        text.append('<').append(element.getLocalName());
        if (top) {
            text.append(" xmlns=\"").append(OsoAdapter.NAMESPACE).append('"');
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            boolean plain =
                    attribute.getNamespaceURI() == null && !attribute.getName().startsWith("xmlns");
            if (plain) {
                text.append(' ').append(attribute.getName()).append("=\"");
                text.append(escaped(attribute.getValue())).append('"');
            }
        }
        text.append('>');
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            node(node);
        }
        text.append("</").append(element.getLocalName()).append('>');
    }

    private void node(Node node) {
        boolean file = node instanceof Element element && FILE.equals(element.getLocalName());
        if (file || node instanceof Comment || node instanceof ProcessingInstruction) {
            leftOut.accept(node);
        } else if (node instanceof Element element) {
            element(element, false);
        } else if (!node.getNodeValue().isBlank()) {
            text.append(escaped(node.getNodeValue().strip()));
        }
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
