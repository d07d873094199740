package nl.sluis.zgw;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import nl.sluis.tls.OutgoingCall;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The calls of one attempt. Whatever is not what was asked for ends the attempt. */
final class ZgwCalls {

    private static final int LARGEST_ANSWER = 256 * 1024;
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int MULTIPLE = 300;

    private final SSLContext tls;
    private final String token;
    private final Duration timeout;

    ZgwCalls(SSLContext tls, String token, Duration timeout) {
        this.tls = tls;
        this.token = token;
        this.timeout = timeout;
    }

    /** The case system gave no answer that can be used. */
    static final class Unanswered extends Exception {

        private static final long serialVersionUID = 1;

        private final String code;
        private final Duration notBefore;

        Unanswered(String code, Duration notBefore) {
            super(code);
            this.code = code;
            this.notBefore = notBefore;
        }

        /** A stable code, such as {@code HTTP_412}. */
        String code() {
            return code;
        }

        /** How long the case system asks to wait; zero when it does not. */
        Duration notBefore() {
            return notBefore;
        }
    }

    /** What is found under an address by these parameters. */
    JsonNode look(String address, Map<String, String> parameters) throws Unanswered {
        String query = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return answer(request(address + "?" + query).GET().build(), OK);
    }

    /** Makes something, and gives its address. */
    String make(String address, ObjectNode content) throws Unanswered {
        HttpRequest request = request(address)
                .header("Content-Type", "application/json")
                .header("Content-Crs", "EPSG:4326")
                .POST(HttpRequest.BodyPublishers.ofString(content.toString()))
                .build();
        return address(answer(request, CREATED));
    }

    /** The address of something that was found or made. */
    static String address(JsonNode resource) throws Unanswered {
        String url = resource.path("url").asString("");
        if (url.isEmpty()) {
            throw new Unanswered("NOT_READABLE", Duration.ZERO);
        }
        return url;
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(timeout)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Accept-Crs", "EPSG:4326");
    }

    private JsonNode answer(HttpRequest request, int expected) throws Unanswered {
        return switch (OutgoingCall.make(tls, request, timeout, LARGEST_ANSWER)) {
            case OutgoingCall.Failed failed -> throw new Unanswered(failed.code(), Duration.ZERO);
            case OutgoingCall.Answered answered -> {
                // What an error says may repeat what was asked: its status is enough
                if (answered.status() != expected) {
                    boolean other = answered.status() >= OK && answered.status() < MULTIPLE;
                    throw new Unanswered(other ? "NOT_READABLE" : "HTTP_" + answered.status(), asked(answered));
                }
                yield read(answered.body());
            }
        };
    }

    private static JsonNode read(byte[] body) throws Unanswered {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw new Unanswered("NOT_READABLE", Duration.ZERO);
        }
    }

    // Seconds; a date is taken for nothing, and the pause is our own
    private static Duration asked(OutgoingCall.Answered answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }
}
