package nl.sluis.testing;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document of the node, to compare with what the node does. */
public final class ApiDocument {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode root;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private ApiDocument(JsonNode root) {
        this.root = root;
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                operations.add(
                        new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
            }
        }
    }

    /** One call. */
    public record Operation(String method, String path, JsonNode json) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** The document as it is served, as text. */
    public static String text() {
        try (InputStream in =
                Objects.requireNonNull(ApiDocument.class.getResourceAsStream("/static/openapi.json"), "no document")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ApiDocument served() {
        return of(JsonMapper.shared().readTree(text()));
    }

    public static ApiDocument of(JsonNode root) {
        return new ApiDocument(root);
    }

    public JsonNode root() {
        return root;
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** Follows a reference into the components. */
    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asString().substring(1)) : node;
    }

    /** The answers of an operation by status, references followed. */
    public JsonNode answer(Operation operation, int status) {
        return resolved(operation.json().path("responses").path(Integer.toString(status)));
    }

    public static Set<String> names(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }

    /** What is wrong with a value by a schema of this document. */
    public List<String> faults(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema.toString(), text -> compiled(schema)).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    private Schema compiled(JsonNode schema) {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("$defs", root.path("components").path("schemas"));
        // Where a schema of its own keeps what it refers to
        String text = whole.toString().replace("\"#/components/schemas/", "\"#/$defs/");
        return SCHEMAS.getSchema(text);
    }

    /**
     * What an answer has that the document does not say: status, media type or content. Empty also for an address that it does
     * not describe.
     */
    public List<String> undescribed(String method, String address, int status, String mediaType, byte[] body) {
        PathContainer path = PathContainer.parsePath(address.replaceFirst("\\?.*", ""));
        Optional<Operation> called = operations.stream()
                .filter(each -> each.method().equals(method))
                .filter(each ->
                        PathPatternParser.defaultInstance.parse(each.path()).matches(path))
                .findFirst();
        return called.map(operation -> undescribed(operation, status, mediaType, body))
                .orElse(List.of());
    }

    private List<String> undescribed(Operation operation, int status, String mediaType, byte[] body) {
        if (!operation.json().path("responses").has(Integer.toString(status))) {
            return List.of(operation + " answers " + status);
        }
        JsonNode content = answer(operation, status).path("content");
        String bare = mediaType.replaceFirst(";.*", "");
        if (status >= 400 && body.length == 0 && !operation.method().equals("HEAD")) {
            return List.of(operation + " answers " + status + " with no problem document");
        }
        if (body.length == 0 || content.has("*/*")) {
            return List.of();
        }
        if (!content.has(bare)) {
            return List.of(operation + " answers " + status + " with " + bare);
        }
        if (!bare.endsWith("json") || bare.endsWith("ndjson")) {
            return List.of();
        }
        try {
            return faults(content.path(bare).path("schema"), JsonMapper.shared().readTree(body)).stream()
                    .map(fault -> operation + " " + status + ": " + fault)
                    .toList();
        } catch (JacksonException e) {
            return List.of(operation + " " + status + " is no JSON");
        }
    }
}
