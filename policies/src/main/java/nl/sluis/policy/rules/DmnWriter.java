package nl.sluis.policy.rules;

import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The XML of DMN 1.3, as far as the export needs it (OMG formal/21-02-01). */
final class DmnWriter {

    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    private final XMLStreamWriter xml;
    private final String namespace;
    private int count;

    DmnWriter(Writer out, String namespace) throws XMLStreamException {
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        this.namespace = namespace;
    }

    void start(String name, String description) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        open("definitions", "id", "definities", "name", name, "namespace", namespace);
        xml.writeDefaultNamespace(DMN);
        text("description", description);
        open("itemDefinition", "id", "type_rijen", "name", "rijen", "isCollection", "true");
        text("typeRef", "string");
        close();
    }

    void end() throws XMLStreamException {
        close();
        xml.writeEndDocument();
        xml.flush();
    }

    /** The closed list of values of a fact. */
    void type(String fact, List<String> values) throws XMLStreamException {
        open("itemDefinition", "id", "type_" + fact, "name", "type_" + fact);
        text("typeRef", "string");
        open("allowedValues");
        text("text", values.stream().map(value -> '"' + value + '"').collect(Collectors.joining(", ")));
        close();
        close();
    }

    void input(String fact, String label) throws XMLStreamException {
        open("inputData", "id", "input_" + fact, "name", fact, "label", label);
        variable(fact, "type_" + fact);
        close();
    }

    void startTable(String name, String label, List<String> facts) throws XMLStreamException {
        open("decision", "id", name, "name", name, "label", label);
        variable(name, "rijen");
        for (String fact : facts) {
            open("informationRequirement", "id", "nodig_" + ++count);
            empty("requiredInput", "href", "#input_" + fact);
            close();
        }
        open("decisionTable", "id", "beslistabel_" + ++count, "hitPolicy", "COLLECT", "outputLabel", "regel");
        for (String fact : facts) {
            open("input", "id", "kolom_" + ++count, "label", fact);
            open("inputExpression", "id", "uitdrukking_" + ++count, "typeRef", "type_" + fact);
            text("text", fact);
            close();
            close();
        }
        empty("output", "id", "uitkomst_" + ++count, "typeRef", "string");
    }

    void row(List<String> cells, String output, String why) throws XMLStreamException {
        open("rule", "id", "rij_" + ++count);
        if (!why.isEmpty()) {
            text("description", why);
        }
        for (String cell : cells) {
            open("inputEntry", "id", "cel_" + ++count);
            text("text", cell);
            close();
        }
        open("outputEntry", "id", "cel_" + ++count);
        text("text", output);
        close();
        close();
    }

    void endTable() throws XMLStreamException {
        close();
        close();
    }

    /** A decision by an expression over other decisions. */
    void expression(String name, List<String> decisions, String expression, String type) throws XMLStreamException {
        open("decision", "id", name, "name", name);
        variable(name, type);
        for (String decision : decisions) {
            open("informationRequirement", "id", "nodig_" + ++count);
            empty("requiredDecision", "href", "#" + decision);
            close();
        }
        open("literalExpression", "id", "formule_" + ++count);
        text("text", expression);
        close();
        close();
    }

    /** A service that decides from given answers of other decisions. */
    void service(String name, String decision, List<String> given) throws XMLStreamException {
        open("decisionService", "id", name, "name", name);
        variable(name, "string");
        empty("outputDecision", "href", "#" + decision);
        for (String input : given) {
            empty("inputDecision", "href", "#" + input);
        }
        close();
    }

    private void variable(String name, String type) throws XMLStreamException {
        empty("variable", "id", "variabele_" + ++count, "name", name, "typeRef", type);
    }

    private void open(String element, String... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes(attributes);
    }

    private void empty(String element, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(element);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private void text(String element, String text) throws XMLStreamException {
        open(element);
        xml.writeCharacters(text);
        close();
    }

    private void close() throws XMLStreamException {
        xml.writeEndElement();
    }
}
