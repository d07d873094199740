package nl.sluis.adapter;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a partner published of its API as OpenAPI, in JSON or YAML: other people's, read where it lies. */
public final class ApiDescription {

    private static final String SCHEMAS = "#/components/schemas/";

    private final JsonNode document;
    private final SchemaRegistry registry;

    private ApiDescription(JsonNode document) {
        this.document = document;
        this.registry = SchemaRegistry.withDialect(
                document.path("openapi").asString("").startsWith("3.0")
                        ? Dialects.getOpenApi30()
                        : Dialects.getOpenApi31());
    }

    /** One that is published; the test is skipped with a word where it is not on this machine. */
    public static ApiDescription of(String folder, String file) {
        Object read = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(RealFiles.read(folder, file).replace("\t", " "));
        return new ApiDescription(JsonMapper.shared().valueToTree(read));
    }

    /** The whole of it. */
    public JsonNode document() {
        return document;
    }

    /** What is wrong with a value by one of its schemas. */
    public List<Error> faults(String schema, JsonNode value) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("$ref", SCHEMAS + schema);
        root.set("components", document.path("components"));
        return registry.getSchema(root).validate(value);
    }

    /** The schema that a discriminator of another names for a value. */
    public String named(String schema, JsonNode value) {
        JsonNode discriminator =
                document.path("components").path("schemas").path(schema).path("discriminator");
        String name =
                value.path(discriminator.path("propertyName").asString("")).asString("");
        return discriminator.path("mapping").path(name).asString("").replace(SCHEMAS, "");
    }
}
