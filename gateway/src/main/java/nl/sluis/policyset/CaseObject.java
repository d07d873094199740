package nl.sluis.policyset;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One object of a case, read field by field. What is wrong is noted at its place; reading goes on to find the rest. */
final class CaseObject {

    private final JsonNode node;
    private final String path;
    private final List<CaseError> errors;
    private final Set<String> asked = new HashSet<>();

    CaseObject(JsonNode node, String path, List<CaseError> errors) {
        this.node = node;
        this.path = path;
        this.errors = errors;
        if (!node.isObject()) {
            error(path, "WRONG_TYPE");
        }
    }

    String path() {
        return path;
    }

    /** The names of the fields; they count as asked for. */
    List<String> names() {
        asked.addAll(node.propertyNames());
        return List.copyOf(node.propertyNames());
    }

    /** Notes every field that nobody asked for. */
    void done() {
        for (String name : node.propertyNames()) {
            if (!asked.contains(name)) {
                error(at(name), "UNKNOWN_FIELD");
            }
        }
    }

    /** A field's value; empty when it is absent or null. */
    Optional<JsonNode> field(String name) {
        asked.add(name);
        return node.isObject() ? node.optional(name).filter(value -> !value.isNull()) : Optional.empty();
    }

    /** A field that must be there. */
    Optional<JsonNode> required(String name) {
        Optional<JsonNode> value = field(name);
        if (value.isEmpty() && node.isObject()) {
            error(at(name), "REQUIRED");
        }
        return value;
    }

    /** An object inside this one. */
    Optional<CaseObject> object(String name, Optional<JsonNode> value) {
        return value.map(found -> new CaseObject(found, at(name), errors));
    }

    /** A text, converted; a conversion that fails is noted under a code. */
    <T> @Nullable T text(String name, Optional<JsonNode> value, Function<String, T> convert, String code) {
        return value.map(found -> text(found, at(name), convert, code)).orElse(null);
    }

    private <T> @Nullable T text(JsonNode value, String where, Function<String, T> convert, String code) {
        if (!value.isString()) {
            error(where, "WRONG_TYPE");
            return null;
        }
        try {
            return convert.apply(value.stringValue());
        } catch (IllegalArgumentException | DateTimeException e) {
            error(where, code);
            return null;
        }
    }

    <E extends Enum<E>> @Nullable E code(String name, Optional<JsonNode> value, Class<E> type) {
        return text(name, value, word -> constant(type, word), "UNKNOWN_CODE");
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such code"));
    }

    @Nullable
    LocalDate date(String name) {
        return text(name, field(name), LocalDate::parse, "INVALID_DATE");
    }

    /** A moment with its offset; a local time would mean something else in every time zone. */
    @Nullable
    Instant moment(String name, Optional<JsonNode> value) {
        return text(name, value, word -> OffsetDateTime.parse(word).toInstant(), "INVALID_DATE");
    }

    boolean flag(String name, boolean absent) {
        Optional<JsonNode> value = field(name);
        if (value.isPresent() && !value.get().isBoolean()) {
            error(at(name), "WRONG_TYPE");
            return absent;
        }
        return value.map(JsonNode::booleanValue).orElse(absent);
    }

    /** The objects of a list; empty when the field is absent. */
    <T> List<T> objects(String name, Optional<JsonNode> value, Function<CaseObject, @Nullable T> read) {
        return elements(name, value, (element, where) -> {
            CaseObject object = new CaseObject(element, where, errors);
            T result = element.isObject() ? read.apply(object) : null;
            if (element.isObject()) {
                object.done();
            }
            return result;
        });
    }

    /** The texts of a list, converted. */
    <T> Set<T> texts(String name, Function<String, T> convert, String code) {
        return new LinkedHashSet<>(
                elements(name, field(name), (element, where) -> text(element, where, convert, code)));
    }

    <E extends Enum<E>> Set<E> codes(String name, Class<E> type) {
        return texts(name, word -> constant(type, word), "UNKNOWN_CODE");
    }

    private <T> List<T> elements(
            String name, Optional<JsonNode> value, BiFunction<JsonNode, String, @Nullable T> read) {
        if (value.isEmpty()) {
            return List.of();
        }
        if (!value.get().isArray()) {
            error(at(name), "WRONG_TYPE");
            return List.of();
        }
        List<T> result = new ArrayList<>();
        for (int i = 0; i < value.get().size(); i++) {
            T element = read.apply(value.get().get(i), at(name) + "/" + i);
            if (element != null) {
                result.add(element);
            }
        }
        return result;
    }

    String at(String name) {
        return path + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    void error(String where, String code) {
        errors.add(new CaseError(where, code));
    }
}
