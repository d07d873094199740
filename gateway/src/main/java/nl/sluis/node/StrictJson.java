package nl.sluis.node;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.sluis.adapter.Violation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a JSON object field by field and collects every fault with its JSON pointer (RFC 6901), never with its value. Strict:
 * a field that was not asked for, a field that occurs twice and anything after the object are faults.
 *
 * <p>A field that is absent, {@code null} or at fault reads as null; {@link #result} makes something of the fields only when
 * there was no fault at all.
 */
public final class StrictJson {

    /** Largest body that is read, in bytes. */
    public static final int MAX_BYTES = 64 * 1024;

    /** Longest text, in characters. */
    public static final int MAX_TEXT = 200;

    /** Longest piece of prose, in characters. */
    public static final int MAX_PROSE = 4000;

    /** Most elements of a list. */
    public static final int MAX_LIST = 50;

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-.{1,40}");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,29}");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(8).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final String pointer;
    private final @Nullable ObjectNode object;
    private final List<Violation> violations;
    private final Set<String> asked = new HashSet<>();
    private final List<StrictJson> children = new ArrayList<>();

    private StrictJson(String pointer, @Nullable ObjectNode object, List<Violation> violations) {
        this.pointer = pointer;
        this.object = object;
        this.violations = violations;
    }

    /** Begins to read. What is no JSON object is one fault, and every field of it reads as absent. */
    public static StrictJson of(byte[] body) {
        StrictJson json = new StrictJson("", parse(body), new ArrayList<>());
        if (json.object == null) {
            json.violations.add(
                    new Violation("/", "NOT_A_JSON_OBJECT", "One JSON object of at most 64 kB is expected"));
        }
        return json;
    }

    private static @Nullable ObjectNode parse(byte[] body) {
        if (body.length > MAX_BYTES) {
            return null;
        }
        try {
            return MAPPER.readTree(body) instanceof ObjectNode object ? object : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Whether the field is there and not {@code null}. */
    public boolean has(String field) {
        return node(field) != null;
    }

    /** A field that must be there. */
    public StrictJson require(String... fields) {
        for (String field : fields) {
            if (object != null && node(field) == null) {
                fault(field, "MISSING", "This field is required");
            }
        }
        return this;
    }

    /** A text of at most {@link #MAX_TEXT} characters, not blank. */
    public @Nullable String text(String field) {
        return parsed(field, "TEXT", "A text of 1 to 200 characters is expected", Function.identity());
    }

    /** Prose of at most {@link #MAX_PROSE} characters, not blank; it may have several lines. */
    public @Nullable String prose(String field) {
        JsonNode node = node(field);
        if (node == null) {
            return null;
        }
        if (!node.isString() || !readable(node.stringValue())) {
            fault(field, "TEXT", "A text of 1 to " + MAX_PROSE + " characters is expected");
            return null;
        }
        return node.stringValue();
    }

    /**
     * A text in some form.
     *
     * @param form makes the value; throws IllegalArgumentException or DateTimeException when the text is something else
     */
    public <T> @Nullable T parsed(String field, String code, String message, Function<String, T> form) {
        JsonNode node = node(field);
        if (node == null) {
            return null;
        }
        Optional<T> value = parsed(node, form);
        if (value.isEmpty()) {
            fault(field, code, message);
        }
        return value.orElse(null);
    }

    /** One of the names of an enumeration. */
    public <E extends Enum<E>> @Nullable E code(String field, Class<E> type) {
        return parsed(field, "UNKNOWN_CODE", "This code is not known here", text -> Enum.valueOf(type, text));
    }

    /** A day, {@code YYYY-MM-DD}. */
    public @Nullable LocalDate date(String field) {
        return parsed(field, "DATE", "A date YYYY-MM-DD is expected", StrictJson::day);
    }

    /** A moment with its offset (RFC 3339). */
    public @Nullable Instant moment(String field) {
        return parsed(field, "MOMENT", "A date and time with its offset is expected (RFC 3339)", StrictJson::instant);
    }

    /** True or false. */
    public @Nullable Boolean bool(String field) {
        JsonNode node = node(field);
        if (node != null && !node.isBoolean()) {
            fault(field, "BOOLEAN", "true or false is expected");
        }
        return node != null && node.isBoolean() ? node.booleanValue() : null;
    }

    /** A list of different texts in some form; empty when the field is absent. At most {@link #MAX_LIST} elements. */
    public <T> Set<T> set(String field, String code, String message, Function<String, T> form) {
        JsonNode node = node(field);
        Set<T> values = new LinkedHashSet<>();
        if (node == null) {
            return values;
        }
        if (!node.isArray() || node.size() > MAX_LIST) {
            fault(field, "LIST", "A list of at most " + MAX_LIST + " elements is expected");
            return values;
        }
        for (int i = 0; i < node.size(); i++) {
            Optional<T> value = parsed(node.get(i), form);
            if (value.isEmpty()) {
                fault(field + "/" + i, code, message);
            } else if (!values.add(value.get())) {
                fault(field + "/" + i, "TWICE", "This element occurs twice");
            }
        }
        return values;
    }

    /** A list of names of an enumeration. */
    public <E extends Enum<E>> Set<E> codes(String field, Class<E> type) {
        return set(field, "UNKNOWN_CODE", "This code is not known here", text -> Enum.valueOf(type, text));
    }

    /** An object within; null when absent. */
    public @Nullable StrictJson object(String field) {
        JsonNode node = node(field);
        if (node == null) {
            return null;
        }
        if (!(node instanceof ObjectNode inner)) {
            fault(field, "OBJECT", "An object is expected");
            return null;
        }
        StrictJson child = new StrictJson(pointer + "/" + field, inner, violations);
        children.add(child);
        return child;
    }

    /** A list of objects; empty when the field is absent. At most {@link #MAX_LIST} elements. */
    public List<StrictJson> objects(String field) {
        JsonNode node = node(field);
        List<StrictJson> within = new ArrayList<>();
        if (node == null) {
            return within;
        }
        if (!node.isArray() || node.size() > MAX_LIST) {
            fault(field, "LIST", "A list of at most " + MAX_LIST + " elements is expected");
            return within;
        }
        for (int i = 0; i < node.size(); i++) {
            if (node.get(i) instanceof ObjectNode inner) {
                within.add(new StrictJson(pointer + "/" + field + "/" + i, inner, violations));
            } else {
                fault(field + "/" + i, "OBJECT", "An object is expected");
            }
        }
        children.addAll(within);
        return within;
    }

    /** Adds a fault that only the meaning of the fields shows. */
    public void fault(String field, String code, String message) {
        violations.add(new Violation(pointer + "/" + field, code, message));
    }

    /**
     * Ends reading.
     *
     * @param make called only when there is no fault, so that every required field is there
     */
    public <T> Reading<T> result(Supplier<T> make) {
        faultUnknown();
        return violations.isEmpty() ? new Reading.Read<>(make.get()) : new Reading.Faulty<>(violations);
    }

    private void faultUnknown() {
        if (object != null) {
            for (String name : object.propertyNames()) {
                if (!asked.contains(name)) {
                    // A name that is no name of a field may be somebody's: only the place around it is told.
                    String place = FIELD.matcher(name).matches() ? pointer + "/" + name : pointer + "/*";
                    violations.add(new Violation(place, "UNKNOWN_FIELD", "This field is not known here"));
                }
            }
        }
        children.forEach(StrictJson::faultUnknown);
    }

    private @Nullable JsonNode node(String field) {
        asked.add(field);
        JsonNode node = object == null ? null : object.get(field);
        return node == null || node.isNull() ? null : node;
    }

    private static <T> Optional<T> parsed(JsonNode node, Function<String, T> form) {
        if (!node.isString() || !storable(node.stringValue())) {
            return Optional.empty();
        }
        try {
            return Optional.of(form.apply(node.stringValue()));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean storable(String text) {
        return !text.isBlank()
                && text.length() <= MAX_TEXT
                && text.codePoints().noneMatch(c -> Character.isISOControl(c) || isHalf(c));
    }

    private static boolean readable(String text) {
        return !text.isBlank()
                && text.length() <= MAX_PROSE
                && text.codePoints().noneMatch(c -> (Character.isISOControl(c) && c != '\n') || isHalf(c));
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static LocalDate day(String text) {
        if (!DATE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a date");
        }
        return LocalDate.parse(text);
    }

    private static Instant instant(String text) {
        if (!MOMENT.matcher(text).matches()) {
            throw new IllegalArgumentException("not a moment");
        }
        return OffsetDateTime.parse(text).toInstant();
    }
}
