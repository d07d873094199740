package nl.sluis.adapter.source;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A media type with its parameters (RFC 9110 section 8.3.1).
 *
 * @param type type and subtype, lower case
 * @param parameters names in lower case, values as given without quotes
 */
public record MediaType(String type, Map<String, String> parameters) {

    private static final Pattern SHAPE =
            Pattern.compile("\\s*([\\w!#$&^.+-]+/[\\w!#$&^.+-]+)\\s*((?:;.*)?)", Pattern.DOTALL);
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([\\w!#$&^.+-]+)\\s*=\\s*(?:\"([^\"\\\\]*)\"|([^;\"\\s]+))\\s*");
    private static final int MAX_LENGTH = 300;

    public MediaType {
        parameters = Map.copyOf(parameters);
    }

    /** Reads a media type; empty when the text is none. */
    public static Optional<MediaType> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(shape.group(2));
        int end = 0;
        while (parameter.find() && parameter.start() == end) {
            String value = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
            parameters.put(parameter.group(1).toLowerCase(Locale.ROOT), value);
            end = parameter.end();
        }
        return end == shape.group(2).length()
                ? Optional.of(new MediaType(shape.group(1).toLowerCase(Locale.ROOT), parameters))
                : Optional.empty();
    }

    /** Whether the type is the given one, whatever its parameters. */
    public boolean is(String other) {
        return type.equals(other);
    }

    /** Whether it is XML that only its profile tells apart (RFC 7303). */
    public boolean isXml() {
        return is("application/xml") || is("text/xml");
    }

    /** Whether a media type is XML of that profile. */
    public static boolean isXml(String mediaType, String profile) {
        return parse(mediaType)
                .filter(MediaType::isXml)
                .filter(type -> profile.equals(type.profile()))
                .isPresent();
    }

    /** The profile that is asked for, or null. */
    public @Nullable String profile() {
        return parameters.get("profile");
    }

    /** Whether the bytes are said to be in this character set, or nothing is said. */
    public boolean charsetIs(String name) {
        String charset = parameters.get("charset");
        return charset == null || charset.equalsIgnoreCase(name);
    }
}
