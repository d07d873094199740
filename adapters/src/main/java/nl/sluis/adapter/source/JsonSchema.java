package nl.sluis.adapter.source;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.sluis.adapter.Violation;
import tools.jackson.databind.JsonNode;

/** A JSON Schema (draft 2020-12) of ours, whose errors come out as violations: place and code, never the value. */
public final class JsonSchema {

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("required", "REQUIRED"),
            Map.entry("additionalProperties", "UNKNOWN_FIELD"),
            Map.entry("unevaluatedProperties", "UNKNOWN_FIELD"),
            Map.entry("enum", "UNKNOWN_CODE"),
            Map.entry("const", "UNKNOWN_CODE"),
            Map.entry("type", "WRONG_TYPE"),
            Map.entry("pattern", "WRONG_FORM"),
            Map.entry("minLength", "TOO_SHORT"),
            Map.entry("maxLength", "TOO_LONG"),
            Map.entry("minItems", "TOO_FEW"),
            Map.entry("maxItems", "TOO_MANY"),
            Map.entry("uniqueItems", "NOT_UNIQUE"));
    private static final int MAX_VIOLATIONS = 50;

    private final Schema schema;

    private JsonSchema(Schema schema) {
        this.schema = schema;
    }

    /** Reads a schema that is packed with this module. */
    public static JsonSchema ofResource(String name) {
        try (InputStream in = JsonSchema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no schema " + name);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new JsonSchema(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is wrong with a document, at most fifty faults; empty when nothing is. */
    public List<Violation> faults(JsonNode document) {
        List<Violation> violations = new ArrayList<>();
        for (Error error : schema.validate(document)) {
            if (violations.size() < MAX_VIOLATIONS) {
                violations.add(violation(error, document));
            }
        }
        return List.copyOf(violations);
    }

    private static Violation violation(Error error, JsonNode document) {
        String at = error.getInstanceLocation().toString();
        String path = at.isEmpty() ? "/" : at;
        String code = CODES.getOrDefault(error.getKeyword(), "WRONG_FORM");
        String message = switch (code) {
            case "REQUIRED" -> "The field '" + error.getProperty() + "' is missing.";
            case "UNKNOWN_FIELD" -> unknownField(error, at, document);
            case "UNKNOWN_CODE" -> "Not one of the known codes.";
            case "WRONG_TYPE" -> "A value of another JSON type is needed.";
            case "WRONG_FORM" -> "The value does not have the required form.";
            default -> "The value or list is too short, too long or not unique.";
        };
        return new Violation(path, code, message);
    }

    /** By position: a name that nobody foresaw may itself be personal data. */
    private static String unknownField(Error error, String at, JsonNode document) {
        int position = new ArrayList<>(document.at(at).propertyNames()).indexOf(error.getProperty()) + 1;
        return "Field number " + position + " of this object is not known.";
    }
}
