package nl.sluis.adapter.partners.fhir;

import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;
import org.jspecify.annotations.Nullable;

/** Words out of a narrative, without its markup. */
final class Narratives {

    private Narratives() {}

    static @Nullable String plain(Narrative narrative) {
        XhtmlNode div = narrative.hasDiv() ? narrative.getDiv() : null;
        if (div == null) {
            return null;
        }
        StringBuilder words = new StringBuilder();
        collect(div, words);
        String text = words.toString().replaceAll("\\s+", " ").strip();
        return text.isEmpty() ? null : text;
    }

    /** A narrative of one paragraph; markup in the text stays text. */
    static Narrative of(String text) {
        Narrative narrative = new Narrative();
        narrative.setStatus(Narrative.NarrativeStatus.GENERATED);
        XhtmlNode div = new XhtmlNode(NodeType.Element, "div");
        div.addTag("p").addText(text);
        narrative.setDiv(div);
        return narrative;
    }

    private static void collect(XhtmlNode node, StringBuilder words) {
        if (node.getContent() != null && node.getNodeType() == NodeType.Text) {
            words.append(node.getContent());
        }
        if (node.hasChildren()) {
            for (XhtmlNode child : node.getChildNodes()) {
                collect(child, words);
                words.append(' ');
            }
        }
    }
}
