package nl.sluis.adapter.partners.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.sluis.adapter.Violation;
import tools.jackson.databind.JsonNode;

/**
 * What FHIR JSON forbids and HAPI lets pass or trips over: an empty object or list, a null outside a list of primitives, an empty
 * text, a name of a field or of a resource type that is none (FHIR R4, json.html).
 */
final class JsonShape {

    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{1,60}");

    private static final Pattern NAME = Pattern.compile("_?[A-Za-z][A-Za-z0-9]{0,80}");

    private final List<Violation> violations = new ArrayList<>();

    private JsonShape() {}

    static List<Violation> faults(JsonNode root) {
        JsonShape shape = new JsonShape();
        if (!root.isObject()
                || !TYPE.matcher(root.path("resourceType").asString("")).matches()) {
            return List.of(new Violation("/", "NOT_FHIR", "A FHIR resource names its resourceType."));
        }
        shape.visit(root);
        return List.copyOf(shape.violations);
    }

    private void visit(JsonNode node) {
        if (!violations.isEmpty()) {
            return;
        }
        boolean empty = node.isContainer() && node.isEmpty();
        if (empty || (node.isString() && node.asString().isBlank())) {
            violations.add(new Violation("/", "EMPTY", "FHIR allows no empty object, list or text."));
        }
        if (node.isObject() && node.values().stream().anyMatch(JsonNode::isNull)) {
            violations.add(new Violation("/", "EMPTY", "FHIR allows null only inside lists of primitives."));
        }
        if (node.propertyNames().stream().anyMatch(name -> !NAME.matcher(name).matches())) {
            violations.add(new Violation("/", "UNKNOWN_FIELD", "A field has a name that no FHIR element has."));
        }
        for (String name : List.of("extension", "modifierExtension")) {
            if (node.has(name) && !extensions(node.path(name))) {
                violations.add(new Violation("/", "WRONG_TYPE", "Extensions are a list of objects with a url."));
            }
        }
        for (String name : node.propertyNames()) {
            if (name.startsWith("_") && !shadow(node.path(name))) {
                violations.add(new Violation("/", "WRONG_TYPE", "A field with an underscore holds id and extensions."));
            }
        }
        node.values().forEach(this::visit);
    }

    private static boolean extensions(JsonNode list) {
        return list.isArray()
                && list.values().stream()
                        .allMatch(extension -> extension.path("url").isString());
    }

    private static boolean shadow(JsonNode node) {
        return node.isObject()
                || (node.isArray() && node.values().stream().allMatch(part -> part.isObject() || part.isNull()));
    }
}
