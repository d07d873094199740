package nl.sluis.adapter.partners.jgz;

import javax.xml.XMLConstants;
import nl.sluis.adapter.source.Hl7Date;
import nl.sluis.adapter.source.XmlTree;
import nl.sluis.canonical.PartialDate;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Values of HL7 version 3 as words: codes by what they show, quantities with their unit. */
final class Hl7Values {

    private Hl7Values() {}

    /** Null when the sort of value is not known here, or it says that there is none. */
    static @Nullable String words(Element value) {
        if (XmlTree.attribute(value, "nullFlavor") != null) {
            return null;
        }
        String type = value.getAttributeNS(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type");
        String literal = XmlTree.attribute(value, "value");
        return switch (type.substring(type.indexOf(':') + 1)) {
            case "CV", "CE", "CD", "CO", "CS" -> coded(value);
            case "BL" ->
                literal == null ? null : literal.equals("true") ? "ja" : literal.equals("false") ? "nee" : null;
            case "ST", "ED" -> XmlTree.text(value);
            case "PQ" -> literal == null ? null : joined(literal, XmlTree.attribute(value, "unit"));
            case "INT", "REAL" -> literal;
            case "TS" -> day(literal);
            default -> null;
        };
    }

    /** What a code shows, else its own text, else the code. */
    static @Nullable String coded(@Nullable Element code) {
        String shown = XmlTree.attribute(code, "displayName");
        String own = XmlTree.text(code);
        return shown != null ? shown : own != null ? own : XmlTree.attribute(code, "code");
    }

    private static @Nullable String day(@Nullable String text) {
        PartialDate date = Hl7Date.read(text);
        return date == null ? null : date.toString();
    }

    private static String joined(String value, @Nullable String unit) {
        return unit == null || unit.equals("1") ? value : value + " " + unit;
    }
}
