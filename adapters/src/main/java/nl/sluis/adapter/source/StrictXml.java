package nl.sluis.adapter.source;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * XML without a document type: no entities, no external anything, bounded depth, names and number (OWASP XML external entity prevention). Parsed
 * from the decoded text, so that no second reader can see other characters than this one did.
 */
public final class StrictXml {

    /** Deepest nesting that is read. */
    public static final int MAX_DEPTH = 64;

    /** Most tags, comments and instructions that are read; a large dossier of a child's health has some two thousand. */
    public static final int MAX_MARKUP = 400_000;

    /** Longest name of an element or attribute; the longest of StUF has 52 characters. */
    public static final int MAX_NAME = 200;

    /** Most characters of the places of all nodes together: an account of the document may name each of them. */
    public static final long MAX_PLACES = 64L * 1024 * 1024;

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private StrictXml() {}

    /** A document with its text, for readers that need both. */
    public record Xml(String text, Document root) {}

    /** Reads an XML document. */
    public static Parsed<Xml> read(Payload payload) {
        return Bytes.utf8(payload).then(StrictXml::parse);
    }

    /** Reads an XML document and translates it, by its root element. */
    public static Translation translate(Payload payload, Function<Element, Translation> root) {
        return read(payload)
                .fold(
                        Translation.Untranslatable::new,
                        document -> root.apply(document.root().getDocumentElement()));
    }

    private static Parsed<Xml> parse(String text) {
        // Before the tree is made, which takes many times the room of the text
        if (text.chars().filter(c -> c == '<').count() > MAX_MARKUP) {
            return Parsed.faulty("TOO_MANY_NODES", "The document has more tags than are read.");
        }
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(Strict.INSTANCE);
            Document document = builder.parse(new InputSource(new StringReader(text)));
            if (places(document, 0) > MAX_PLACES) {
                return Parsed.faulty(
                        "TOO_MANY_NODES", "Too many elements with too long names, too deep inside each other.");
            }
            String declared = document.getXmlEncoding();
            return declared == null || declared.equalsIgnoreCase("utf-8")
                    ? new Parsed.Tree<>(new Xml(text, document))
                    : Parsed.faulty("WRONG_CHARSET", "Only UTF-8 is read.");
        } catch (SAXException broken) {
            return faulty(text, broken);
        } catch (ParserConfigurationException unknownFeature) {
            throw new IllegalStateException("the XML parser of the JDK lacks a safety feature", unknownFeature);
        } catch (IOException impossible) {
            throw new UncheckedIOException("text in memory cannot fail to be read", impossible);
        }
    }

    /** Characters of the places of all nodes below one, when each is spelled out. */
    private static long places(Node parent, long above) {
        long sum = 0;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            long length = above + 1 + node.getNodeName().length();
            sum += length + places(node, length);
        }
        return sum;
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(NO_DOCTYPE, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setAttribute("jdk.xml.maxElementDepth", Integer.toString(MAX_DEPTH));
        factory.setAttribute("jdk.xml.maxXMLNameLimit", Integer.toString(MAX_NAME));
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    private static Parsed<Xml> faulty(String text, SAXException broken) {
        @Nullable SAXParseException where = broken instanceof SAXParseException at ? at : null;
        String place = where == null
                ? "."
                : ", at line " + where.getLineNumber() + ", column " + where.getColumnNumber() + ".";
        boolean doctype = text.contains("<!DOCTYPE");
        return new Parsed.Faulty<>(List.of(
                doctype
                        ? new Violation("/", "DOCTYPE_FORBIDDEN", "A document type is not allowed" + place)
                        : new Violation(
                                "/",
                                "NOT_XML",
                                "Not well-formed XML, nested too deep, or a name is too long" + place)));
    }

    /** Without it the parser of the JDK prints faults, with their text, on standard error. */
    private enum Strict implements ErrorHandler {
        INSTANCE;

        @Override
        public void warning(SAXParseException fault) throws SAXException {
            throw fault;
        }

        @Override
        public void error(SAXParseException fault) throws SAXException {
            throw fault;
        }

        @Override
        public void fatalError(SAXParseException fault) throws SAXException {
            throw fault;
        }
    }
}
