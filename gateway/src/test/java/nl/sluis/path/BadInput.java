package nl.sluis.path;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nl.sluis.demo.Neighbourhood.Member;

/**
 * One call that is at fault, and what it is answered with.
 *
 * @param place path and code of the violation, or how they begin; empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // sent once
record BadInput(
        String name, String method, String path, Map<String, String> headers, byte[] body, int status, String place) {

    /** Stands in everything that is sent here, and nowhere else. */
    static final String MARK = "Zevenster4711";

    private static final Charset UTF_8 = StandardCharsets.UTF_8;
    private static final String MESSAGES = "/v1/messages";
    private static final String CONSENTS = "/v1/consents";
    private static final String JSON = "application/json";
    private static final String FHIR_JSON = "application/fhir+json";
    private static final String FHIR_XML = "application/fhir+xml";
    private static final String DOCTYPE = "/ DOCTYPE_FORBIDDEN";

    @Override
    public String toString() {
        return name + " at " + path + " -> " + status + " " + place;
    }

    static Stream<BadInput> rows() {
        return Stream.of(documents(), charsets(), mediaTypes(), badHeaders(), addresses(), registers())
                .flatMap(rows -> rows);
    }

    private static Stream<BadInput> documents() {
        return Stream.of(MESSAGES, "/v1/decisions", CONSENTS)
                .flatMap(path -> Stream.of(
                        post("FHIR JSON that breaks off", path, FHIR_JSON, "{\"id\": \"" + MARK, "/ NOT_JSON"),
                        post("JSON that is no resource", path, FHIR_JSON, "{\"" + MARK + "\": 1}", "/ NOT_FHIR"),
                        post("FHIR XML that breaks off", path, FHIR_XML, "<Bundle><" + MARK + ">", "/ NOT_XML"),
                        post("XML with a DTD elsewhere", path, FHIR_XML, external("http://localhost:1/"), DOCTYPE),
                        post("a billion laughs", path, FHIR_XML, laughs(), DOCTYPE),
                        post("an empty FHIR body", path, FHIR_JSON, "", "/ EMPTY"),
                        post("an empty body", path, JSON, "", "/ EMPTY")));
    }

    /** 100 MB of one letter, in 100 kB. */
    private static byte[] zipped() {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            byte[] piece = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                out.write(piece);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static Stream<BadInput> charsets() {
        byte[] invalid = ("{\"kind\": \"" + MARK + " \"}").getBytes(StandardCharsets.UTF_8);
        invalid[invalid.length - 3] = (byte) 0xC3;
        return Stream.of(
                row(
                        "a zip bomb: nothing is unpacked",
                        "POST",
                        MESSAGES,
                        Map.of("Content-Type", FHIR_JSON, "Content-Encoding", "gzip"),
                        zipped(),
                        422,
                        "/ NOT_UTF8"),
                row(
                        "bytes that are not UTF-8",
                        "POST",
                        MESSAGES,
                        Map.of("Content-Type", JSON),
                        invalid,
                        422,
                        "/ NOT_UTF8"),
                row(
                        "a lone byte in FHIR",
                        "POST",
                        CONSENTS,
                        Map.of("Content-Type", FHIR_JSON),
                        invalid,
                        422,
                        "/ NOT_UTF8"),
                row(
                        "UTF-16",
                        "POST",
                        MESSAGES,
                        Map.of("Content-Type", FHIR_JSON),
                        ("{\"id\": \"" + MARK + "\"}").getBytes(StandardCharsets.UTF_16),
                        422,
                        "/ NOT_UTF8"),
                post("a charset that is not UTF-8", MESSAGES, JSON + ";charset=utf-16", "{}", "/ WRONG_CHARSET"),
                post("a charset that is none", MESSAGES, JSON + ";charset=" + MARK, "{}", "/ WRONG_CHARSET"));
    }

    private static Stream<BadInput> mediaTypes() {
        Stream<String> types = Stream.of(
                "text/plain",
                "application/x-" + MARK,
                MARK,
                "multipart/form-data; boundary=" + MARK,
                "application/x-www-form-urlencoded",
                "application/fhir+json;fhirVersion=3.0");
        Stream<BadInput> unknown = types.flatMap(type -> Stream.of(MESSAGES, "/v1/decisions", CONSENTS)
                .map(path -> row(type, "POST", path, Map.of("Content-Type", type), MARK.getBytes(UTF_8), 415, "")));
        Stream<BadInput> none = Stream.of(MESSAGES, "/v1/decisions", CONSENTS)
                .map(path -> row("no Content-Type", "POST", path, Map.of(), MARK.getBytes(UTF_8), 415, ""));
        return Stream.concat(unknown, none);
    }

    private static Stream<BadInput> badHeaders() {
        Stream<BadInput> recipients = Stream.of(MARK, MARK.toLowerCase(Locale.ROOT), "-", " ", "a b", "x".repeat(300))
                .map(name -> concern(Map.of("Sluis-Recipient", name), "Sluis-Recipient"));
        Stream<BadInput> keys = Stream.of("", " ", "x".repeat(201))
                .map(key -> concern(
                        Map.of("Sluis-Recipient", "wijkteam-noord", "Idempotency-Key", key), "Idempotency-Key LENGTH"));
        return Stream.of(recipients, keys, Stream.of(concern(Map.of(), "Sluis-Recipient UNKNOWN_RECIPIENT")))
                .flatMap(rows -> rows);
    }

    private static Stream<BadInput> addresses() {
        Stream<String> unknown = Stream.of(
                "/v1/messages/" + MARK,
                "/v1/messages/" + UUID.randomUUID(),
                "/v1/messages/" + "9".repeat(4000),
                "/v1/consents/" + MARK,
                "/v1/persons/" + MARK,
                "/v1/persons/" + MARK.repeat(30),
                "/v1/meldcode-cases/" + MARK,
                "/v1/feed/" + MARK + "/message",
                "/v1/" + MARK);
        Stream<String> refused = Stream.of(
                "/v1/messages/a;b=" + MARK,
                "/v1/messages/%2e%2e%2f" + MARK,
                "/v1/messages/%00" + MARK,
                "/v1//messages/" + MARK);
        return Stream.of(
                        unknown.map(path -> get(path, 404, "")),
                        refused.map(path -> get(path, 400, "")),
                        Stream.of(
                                get("/v1/feed?since=" + MARK, 422, "since NOT_A_CURSOR"),
                                get("/v1/feed?household=" + MARK, 422, "household NOT_A_HOUSEHOLD"),
                                get(CONSENTS, 422, "?subject REQUIRED"),
                                get(MESSAGES, 405, "")))
                .flatMap(rows -> rows);
    }

    private static Stream<BadInput> registers() {
        String large = "{\"birthDate\": \"" + MARK.repeat(10_000) + "\"}";
        return Stream.of(
                register("PUT", "/v1/persons/iris", "{\"" + MARK, "/ NOT_A_JSON_OBJECT"),
                register("PUT", "/v1/persons/iris", large, "/ NOT_A_JSON_OBJECT"),
                register("PUT", "/v1/persons/iris", "{\"birthDate\": \"" + MARK + "\"}", "/birthDate"),
                register("PUT", "/v1/persons/iris", "", "/ EMPTY"),
                register("POST", CONSENTS, "{\"giver\": \"" + MARK + "\"}", "/capacity MISSING"),
                register("POST", "/v1/meldcode-cases", "{\"subjects\": \"" + MARK + "\"}", "/subjects"));
    }

    static Map<String, String> to(String mediaType) {
        return Map.of("Content-Type", mediaType, "Sluis-Recipient", Member.WIJKTEAM.organisation());
    }

    static String external(String address) {
        return "<!DOCTYPE Bundle [<!ENTITY x SYSTEM \"" + address + "\">]>"
                + "<Bundle xmlns=\"http://hl7.org/fhir\"><id value=\"" + MARK + "\"/><type value=\"&x;\"/></Bundle>";
    }

    private static String laughs() {
        String entities = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> "<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining());
        return "<!DOCTYPE a [<!ENTITY l0 \"" + MARK + "\">" + entities + "]><a>&l9;</a>";
    }

    private static BadInput post(String name, String path, String mediaType, String body, String place) {
        return row(name, "POST", path, to(mediaType), body.getBytes(UTF_8), 422, place);
    }

    private static BadInput concern(Map<String, String> headers, String place) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", Samples.CONCERN);
        byte[] body = Samples.concern("iris", MARK).getBytes(UTF_8);
        return row(
                place + " of " + headers.toString().length() + " characters", "POST", MESSAGES, all, body, 422, place);
    }

    private static BadInput get(String path, int status, String place) {
        return row("an address", "GET", path, Map.of(), new byte[0], status, place);
    }

    private static BadInput register(String method, String path, String json, String place) {
        return row("a record", method, path, Map.of("Content-Type", JSON), json.getBytes(UTF_8), 422, place);
    }

    private static BadInput row(
            String name,
            String method,
            String path,
            Map<String, String> headers,
            byte[] body,
            int status,
            String place) {
        return new BadInput(name, method, path, headers, body, status, place);
    }
}
