package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.docs.Mappings.Call;
import nl.sluis.testing.ApiDocument;
import nl.sluis.testing.ApiDocument.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document says what the node answers, all of it and nothing else. */
class OpenApiTest {

    /** For people in a browser, and the container's own: no API. */
    private static final Set<String> PAGES = Set.of(
            "GET /",
            "GET /consents",
            "POST /consents",
            "GET /consents/new",
            "POST /consents/new",
            "POST /consents/withdrawal",
            "GET /households",
            "GET /households/{household}",
            "GET /households/{household}/items/{item}",
            "POST /households/{household}/items/{item}",
            "GET /households/{household}/items/{item}/feedback",
            "POST /households/{household}/items/{item}/feedback",
            "GET /households/{household}/safety",
            "POST /households/{household}/safety",
            "GET /households/{household}/tasks/{task}",
            "POST /households/{household}/tasks/{task}",
            "GET /my",
            "GET /report",
            "GET /report/mine",
            "POST /report",
            "GET /feed/stream",
            "GET /feed/{item}/attachments/{attachment}",
            "GET /enter",
            "ANY /error");

    private static final String ITSELF = "GET /openapi.json";

    /** What every call may be answered with before its controller is asked, or when it fails. */
    private static final Set<Integer> EVERYWHERE = Set.of(400, 401, 403, 406, 429, 500);

    /** Spring serves ranges of a file by itself. */
    private static final Map<String, Set<Integer>> BY_SPRING =
            Map.of("GET /v1/feed/{item}/attachments/{attachment}", Set.of(206, 416));

    /** In code that is shared with another call, and out of reach in this one: no key and no successor, a first part. */
    private static final Map<String, Set<Integer>> OUT_OF_REACH =
            Map.of("POST /v1/decisions", Set.of(409), "POST /v1/attachments", Set.of(409));

    private static final Map<String, Call> CALLS = Mappings.all();

    private final ApiDocument document = ApiDocument.served();

    @Test
    void aParserOfOthersFindsNothingWrong() {
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(ApiDocument.text());
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).hasSameSizeAs(document.root().path("paths"));
    }

    @Test
    void saysWhatTheControllersDo() {
        assertThat(differences(document)).isEmpty();
        assertThat(CALLS).hasSizeGreaterThan(35);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/paths/~1v1~1undelivered",
                "/paths/~1v1~1messages~1{id}/get",
                "/paths/~1v1~1feed/get/parameters/1",
                "/paths/~1v1~1messages/post/responses/409",
                "/paths/~1v1~1exchange/post/requestBody/content/application~1cms",
                "/paths/~1v1~1feed/get/responses/200/content/text~1event-stream"
            })
    void aPlaceThatIsMissingIsFound(String place) {
        JsonNode less = document.root().deepCopy();
        int last = place.lastIndexOf('/');
        String name = place.substring(last + 1).replace("~1", "/");
        if (less.at(place.substring(0, last)) instanceof ObjectNode object) {
            assertThat(object.remove(name)).isNotNull();
        } else {
            ((ArrayNode) less.at(place.substring(0, last))).remove(Integer.parseInt(name));
        }
        assertThat(differences(ApiDocument.of(less))).hasSize(1);
    }

    @Test
    void whatIsNoMoreIsFound() {
        JsonNode more = document.root().deepCopy();
        ObjectNode paths = (ObjectNode) more.path("paths");
        paths.set("/v1/gone", paths.path("/v1/undelivered"));
        ((ObjectNode) paths.path("/v1/undelivered").path("get").path("responses")).putObject("409");
        assertThat(differences(ApiDocument.of(more))).hasSize(2);
    }

    @Test
    void everyExampleFitsItsSchema() {
        List<String> faults = new ArrayList<>();
        int examples = 0;
        for (JsonNode holder : document.root().findParents("schema")) {
            JsonNode example = holder.path("example");
            if (!example.isMissingNode()) {
                examples++;
                document.faults(holder.path("schema"), example).forEach(fault -> faults.add(fault + " in " + example));
            }
        }
        assertThat(faults).isEmpty();
        assertThat(examples).isGreaterThan(80);
    }

    @Test
    void everyCallSaysWhatItIsWhoMayAndShowsIt() {
        for (Operation operation : document.operations()) {
            JsonNode json = operation.json();
            assertThat(json.path("summary").asString()).as("%s", operation).isNotBlank();
            assertThat(json.path("description").asString()).as("%s", operation).startsWith("Who: ");
            assertThat(json.path("security").path(0).propertyNames())
                    .as("%s", operation)
                    .isEqualTo(callers(operation.path()));
            json.path("parameters").forEach(parameter -> shown(operation, parameter));
            json.path("requestBody").path("content").forEach(body -> shown(operation, body));
            json.path("responses")
                    .forEach(answer ->
                            document.resolved(answer).path("content").forEach(body -> shown(operation, body)));
        }
    }

    @Test
    void saysNothingAboutAnInstallation() {
        assertThat(ApiDocument.text())
                .doesNotContainPattern("(?i)localhost|127\\.0|https?://[^\"' ]*:[0-9]|/var/|postgres");
        assertThat(document.root().path("servers").toString()).contains("\"/\"").doesNotContain("http");
    }

    // Bytes need no example: they cannot be read
    private static void shown(Operation operation, JsonNode holder) {
        boolean bytes = holder.path("schema").path("$ref").asString("").endsWith("/Bytes");
        assertThat(holder.has("example") || bytes)
                .as("%s shows %s", operation, holder)
                .isTrue();
    }

    private static Set<String> callers(String path) {
        if (path.equals("/openapi.json")) {
            return Set.of();
        }
        return Set.of(path.startsWith("/v1/exchange") ? "node" : "ownSystem");
    }

    private static List<String> differences(ApiDocument document) {
        Set<String> described = new TreeSet<>();
        List<String> differences = new ArrayList<>();
        for (Operation operation : document.operations()) {
            described.add(operation.toString());
            Call call = CALLS.get(operation.toString());
            if (call != null) {
                differences.addAll(differences(document, operation, call));
            }
        }
        Set<String> expected = new HashSet<>(CALLS.keySet());
        expected.removeAll(PAGES);
        expected.add(ITSELF);
        compare(differences, "calls", expected, described);
        return differences;
    }

    private static List<String> differences(ApiDocument document, Operation operation, Call call) {
        List<String> differences = new ArrayList<>();
        Set<String> parameters = new TreeSet<>();
        operation
                .json()
                .path("parameters")
                .forEach(parameter -> parameters.add(parameter.path("in").asString() + " "
                        + parameter.path("name").asString()
                        + (parameter.path("required").asBoolean() ? "!" : "")));
        compare(differences, operation + " parameters", call.parameters(), parameters);

        Set<String> takes =
                ApiDocument.names(operation.json().path("requestBody").path("content"));
        if (!call.takes().isEmpty() || operation.method().equals("GET")) {
            compare(differences, operation + " takes", call.takes(), takes);
        }
        if (!call.gives().isEmpty()) {
            compare(
                    differences,
                    operation + " gives",
                    call.gives(),
                    ApiDocument.names(document.answer(operation, 200).path("content")));
        }
        Set<Integer> statuses = new TreeSet<>(call.statuses());
        statuses.addAll(EVERYWHERE);
        statuses.addAll(BY_SPRING.getOrDefault(operation.toString(), Set.of()));
        statuses.removeAll(OUT_OF_REACH.getOrDefault(operation.toString(), Set.of()));
        if (!takes.isEmpty() || !call.takes().isEmpty()) {
            statuses.addAll(Set.of(408, 413));
        }
        Set<Integer> said = new TreeSet<>();
        operation.json().path("responses").propertyNames().forEach(status -> said.add(Integer.valueOf(status)));
        compare(differences, operation + " statuses", statuses, said);
        return differences;
    }

    private static void compare(List<String> differences, String where, Set<?> expected, Set<?> described) {
        Set<Object> lacking = new HashSet<>(expected);
        lacking.removeAll(described);
        Set<Object> gone = new HashSet<>(described);
        gone.removeAll(expected);
        if (!lacking.isEmpty() || !gone.isEmpty()) {
            differences.add(where + ": lacking " + lacking + ", no more " + gone);
        }
    }
}
