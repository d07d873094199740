package nl.sluis.process;

import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API of a node, as that organisation's own system calls it. */
public interface NodeApi {

    /** An answer. */
    @SuppressWarnings("ArrayRecordComponent") // compared by AssertJ
    record Answer(int status, byte[] body) {

        /** The body as JSON. */
        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        /** A field of the JSON body; empty when it has none. */
        public String text(String field) {
            return json().path(field).asString("");
        }
    }

    /** Asks. */
    Answer get(String path, Map<String, String> headers) throws IOException, InterruptedException;

    /** Tells. */
    Answer send(String method, String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException;
}
