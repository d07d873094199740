package nl.sluis.adapter.source;

import java.math.BigDecimal;
import java.util.List;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON (RFC 8259) without its loose ends: UTF-8 without a mark, no duplicate names, bounded depth and numbers. */
public final class StrictJson {

    /** Deepest nesting that is read. */
    public static final int MAX_DEPTH = 64;

    /** Longest number, in characters; no format here has use for a longer one. */
    public static final int MAX_NUMBER = 40;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER)
                            .maxNameLength(1_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private StrictJson() {}

    /** A document with its text, for readers that need both. */
    public record Document(String text, JsonNode root) {}

    /** Reads a JSON document. */
    public static Parsed<Document> read(Payload payload) {
        return Bytes.utf8(payload).then(StrictJson::parse);
    }

    private static Parsed<Document> parse(String text) {
        try {
            JsonNode root = MAPPER.readTree(text);
            return hasHugeNumber(root) ? tooLong(".") : new Parsed.Tree<>(new Document(text, root));
        } catch (NumberFormatException beyondAnyNumber) {
            // Of an exponent that no number can have; it names the value, and is shown to nobody
            return tooLong(".");
        } catch (StreamConstraintsException tooMuch) {
            return tooLong(place(tooMuch));
        } catch (JacksonException broken) {
            // Jackson has one exception for bad syntax and for a duplicate; its text is read and never shown.
            String original = broken.getOriginalMessage();
            return original != null && original.startsWith("Duplicate")
                    ? faulty("DUPLICATE_FIELD", "A field occurs twice in one object", broken)
                    : faulty("NOT_JSON", "The document is not well-formed JSON", broken);
        }
    }

    // A number that is short with its exponent, and fills a memory when it is written out
    private static boolean hasHugeNumber(JsonNode node) {
        if (node.isBigDecimal()) {
            BigDecimal number = node.decimalValue();
            return number.scale() > MAX_NUMBER || (long) number.precision() - number.scale() > MAX_NUMBER;
        }
        for (JsonNode inner : node) {
            if (hasHugeNumber(inner)) {
                return true;
            }
        }
        return false;
    }

    private static Parsed<Document> tooLong(String place) {
        return new Parsed.Faulty<>(List.of(
                new Violation("/", "TOO_DEEP_OR_TOO_LONG", "Nesting, a name or a number passes the limit" + place)));
    }

    private static Parsed<Document> faulty(String code, String message, JacksonException where) {
        return new Parsed.Faulty<>(List.of(new Violation("/", code, message + place(where))));
    }

    private static String place(JacksonException where) {
        TokenStreamLocation at = where.getLocation();
        return at == null ? "." : ", at line " + at.getLineNr() + ", column " + at.getColumnNr() + ".";
    }
}
