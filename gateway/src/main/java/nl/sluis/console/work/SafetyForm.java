package nl.sluis.console.work;

import java.util.List;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody filled in about the safety of children. It lives in the form of the browser until it is recorded.
 *
 * @param values by name of field, as they were sent
 */
public record SafetyForm(MultiValueMap<String, String> values) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whether an estimate was made. */
    static final String MADE = "MADE";

    /** Or not. */
    static final String NOT_MADE = "NOT_MADE";

    /** Of who was asked: nobody was said yet whether one was made. */
    public String outcome() {
        String given = get("outcome");
        return given.equals(MADE) || given.equals(NOT_MADE) ? given : "";
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

    /** As {@code POST /v1/households/{household}/safety/estimates} takes it; what is blank was not given. */
    byte[] json() {
        ObjectNode json = JSON.createObjectNode();
        several(json, "members");
        single(json, "on", "maker");
        if (outcome().equals(MADE)) {
            ObjectNode made = json.putObject("made");
            single(made, "instrument", "judgement", "weight", "seen");
            several(made, "markers");
            several(made, "sources");
        } else {
            single(json.putObject("notMade"), "reason", "why");
        }
        return JSON.writeValueAsBytes(json);
    }

    private void single(ObjectNode json, String... fields) {
        for (String field : fields) {
            if (!get(field).isBlank()) {
                json.put(field, get(field).strip());
            }
        }
    }

    private void several(ObjectNode json, String field) {
        values.getOrDefault(field, List.of()).forEach(json.withArray(field)::add);
    }

    /** Never what was filled in. */
    @Override
    public String toString() {
        return "SafetyForm[" + outcome() + "]";
    }
}
