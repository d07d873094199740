package nl.sluis.console.consents;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A consent as somebody filled it in. It lives in the form of the browser until it is recorded.
 *
 * @param key makes pressing twice one consent
 * @param values by name of field, as they were sent
 */
public record ConsentForm(UUID key, MultiValueMap<String, String> values) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Fields with one value, by the names of the node's own JSON. */
    private static final List<String> SINGLE = List.of("giver", "capacity", "decision", "from", "until", "evidence");

    /** Fields with several. */
    private static final List<String> SEVERAL = List.of("recipients", "purposes", "categories", "lifeDomains");

    static ConsentForm of(MultiValueMap<String, String> posted) {
        return new ConsentForm(key(posted.getFirst("key")), posted);
    }

    /** A value; empty when there is none. */
    public String get(String field) {
        String value = values.getFirst(field);
        return value == null ? "" : value;
    }

    /** Whether somebody ticked a value of a field. */
    public boolean has(String field, Object value) {
        return values.getOrDefault(field, List.of()).contains(String.valueOf(value));
    }

    /** As {@code POST /v1/consents} takes it; the subjects stand on a line each. */
    byte[] json() {
        ObjectNode json = JSON.createObjectNode();
        for (String field : SINGLE) {
            if (!get(field).isBlank()) {
                json.put(field, get(field).strip());
            }
        }
        for (String field : SEVERAL) {
            ArrayNode several = json.putArray(field);
            values.getOrDefault(field, List.of()).forEach(several::add);
        }
        ArrayNode subjects = json.putArray("subjects");
        // Whoever decides for themselves need not be written twice
        String about = get("subjects").isBlank() && get("capacity").equals("SELF") ? get("giver") : get("subjects");
        about.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .forEach(subjects::add);
        return JSON.writeValueAsBytes(json);
    }

    private static UUID key(@Nullable String posted) {
        try {
            return posted == null ? UUID.randomUUID() : UUID.fromString(posted);
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }
}
