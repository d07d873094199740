package nl.sluis.adapter.partners.jgz;

import javax.xml.XMLConstants;
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
        PartialDate date = date(text);
        return date == null ? null : date.toString();
    }

    private static String joined(String value, @Nullable String unit) {
        return unit == null || unit.equals("1") ? value : value + " " + unit;
    }

    /** YYYY, YYYYMM, YYYYMMDD or longer; what is not known is zero. Null when it is no date. */
    static @Nullable PartialDate date(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{4}([0-9]{2}){0,5}(\\.[0-9]{1,4})?([+-][0-9]{4})?")) {
            return null;
        }
        String digits = text.replaceFirst("[^0-9].*", "");
        String full = (digits.length() < 8 ? digits + "0000".substring(digits.length() - 4) : digits).substring(0, 8);
        try {
            return PartialDate.parse(full.substring(0, 4) + "-" + full.substring(4, 6) + "-" + full.substring(6));
        } catch (IllegalArgumentException noDate) {
            return null;
        }
    }
}
